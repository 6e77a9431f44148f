using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Scalars;

namespace GanDsl.Generators.Backends.Torch;

/// <summary>A player's update as a function of TorchScript over flat tensors: libtorch's own kernel where there is one, else its lines.</summary>
internal static class TorchUpdateText
{
    /// <summary>The function, named <c>update</c>. Its parameters: p, g, the slots, the step count if it is read, the numbers, the average's weight.</summary>
    public static string Script(PlayerUpdate update)
    {
        var (optimizer, kernel) = (update.Optimizer, TorchFusedKernel.Of(update.Optimizer));
        var parameters = new[] { "p", "g" }.Concat(update.Slots).Select(name => name + ": Tensor").ToList();
        if (TorchFusedKernel.Counts(optimizer)) parameters.Add("step: Tensor");
        parameters.AddRange(
            NumbersOf(update).Select(number => number.Name).Concat(update.Average is null ? [] : new[] { Ema.Weight }).Select(name => name + ": float"));

        // It returns what it changed: a kernel that only changes members of its lists would be removed as dead code.
        var lines = new List<string> { $"def update({string.Join(", ", parameters)}):" };
        if (TorchFusedKernel.Counts(optimizer)) lines.Add("    step.add_(1)");
        if (update.Clip is { } clip) lines.AddRange(["    squares = torch.dot(g, g)", $"    clip = {ScalarText.TorchScript(clip.Factor, _ => "squares")}"]);
        lines.AddRange(update.Before.Select(Printed));
        if (kernel is not null) lines.AddRange(["    parameters = [p]", "    " + kernel.Replace("\n", "\n    ")]);
        else lines.AddRange(optimizer.Lines.Select(Printed));
        lines.AddRange(update.Behind.Select(Printed));
        lines.Add(kernel is null ? "    return p" : "    return parameters[0]");
        return string.Join("\n", lines);

        string Printed(Assignment line) => "    " + Line(line, update);
    }

    /// <summary>The numbers that the function takes.</summary>
    public static IReadOnlyList<StepNumber> NumbersOf(PlayerUpdate update) =>
        TorchFusedKernel.Of(update.Optimizer) is null ? update.Optimizer.StepNumbers : [StepNumber.LearningRate];

    // Gradients stay unchanged, as they may be read after the step; everything else is updated in place.
    private static string Line(Assignment line, PlayerUpdate update)
    {
        var (name, value) = (update.NameOf(line.Variable), Text(line.Value, update));
        var variable = Scalar.X(line.Variable);
        return variable == UpdateVariables.G ? $"{name} = {value}"
            : line.Value is Scalar.Sum(var from, Scalar.Product(var weight, Scalar.Sum(var to, Scalar.Negate(var back)))) && from == variable
                && back == variable
                ? $"{name}.lerp_({Text(to, update)}, {Text(weight, update)})"
            : $"{name}.copy_({value})";
    }

    private static string Text(Scalar scalar, PlayerUpdate update) => ScalarText.TorchScript(scalar, leaf => update.NameOf(((Scalar.Variable)leaf).Index));
}
