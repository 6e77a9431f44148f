using GanDsl.Generators.Steps.Plan;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>The variables of one generated method: the names of a plan's values in it.</summary>
internal sealed class TorchScope
{
    private readonly Dictionary<PlanValue, string> texts = [];
    private readonly Dictionary<PlanValue, string> owners = [];
    private readonly Stack<HashSet<string>> outer = [];
    private HashSet<string> declared = [];

    /// <summary>What reads a value.</summary>
    public string this[PlanValue value] => texts[value];

    /// <summary>The variable whose disposal disposes a value: its own, or that of the saved tensors that contain it.</summary>
    public string Owner(PlanValue value) => owners.TryGetValue(value, out var owner) ? owner : texts[value];

    /// <summary>A variable for a value, as a declaration or, where one of that name is free again, an assignment: <c>var logits</c>.</summary>
    public string Declare(PlanValue value) => Declare([value]);

    /// <summary>Variables for values that one call returns: <c>var (logits, classScores)</c>.</summary>
    public string Declare(IReadOnlyList<PlanValue> values)
    {
        foreach (var value in values) texts[value] = value.Name;
        return Declare(values.Select(value => value.Name).ToList());
    }

    /// <summary>Variables for the outputs of a pass, and for what it computes besides: <c>var ((logits, classScores), squares)</c>.</summary>
    public string Declare(IReadOnlyList<PlanValue> outputs, PlanValue extra)
    {
        var (of, and) = (Declare(outputs), Declare(extra));
        return $"var ({of.Substring("var ".Length)}, {and.Substring("var ".Length)})";
    }

    /// <summary>A variable for what a pass saves, which contains a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The variable.</param>
    public string DeclareSaved(PlanValue value, string name)
    {
        (texts[value], owners[value]) = (name + ".Output", name);
        return Declare([name]);
    }

    /// <summary>The text that reads a value that the method takes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="text">The text.</param>
    public void Take(PlanValue value, string text)
    {
        declared.Add(text);
        texts[value] = text;
    }

    /// <summary>Begins a block in braces, whose variables end with it.</summary>
    public void Enter() => outer.Push([.. declared]);

    /// <summary>Ends the block.</summary>
    public void Leave() => declared = outer.Pop();

    private string Declare(IReadOnlyList<string> names)
    {
        var isNew = names.Count(declared.Add);
        if (isNew > 0 && isNew < names.Count) throw new InvalidOperationException($"Of {string.Join(", ", names)} some are declared, and some are not.");
        return $"{(isNew == 0 ? "" : "var ")}{(names.Count == 1 ? names[0] : $"({string.Join(", ", names)})")}";
    }
}
