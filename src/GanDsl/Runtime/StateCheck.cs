using System.Globalization;

namespace GanDsl;

/// <summary>Checks that a state fits a network, as <c>load_state_dict(strict=True)</c> does; shared by the backends.</summary>
internal static class StateCheck
{
    private const int Named = 8;

    /// <param name="expected">The network's own state.</param>
    /// <param name="given">The state to load, in any order.</param>
    /// <param name="of">The kind of object that has the state.</param>
    /// <returns>The given tensors by name.</returns>
    /// <exception cref="ArgumentException">A tensor is missing, unknown, twice there, or of another shape or kind.</exception>
    public static Dictionary<string, NamedTensor> ByName(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> given, string of = "network")
    {
        if (given.GroupBy(tensor => tensor.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The state holds {twice.Key} more than once.", nameof(given));
        }

        var byName = given.ToDictionary(tensor => tensor.Name);
        var unknown = byName.Keys.Except(expected.Select(tensor => tensor.Name)).ToList();
        var missing = expected.Where(tensor => !byName.ContainsKey(tensor.Name)).Select(tensor => tensor.Name).ToList();
        if (missing.Count > 0 || unknown.Count > 0)
        {
            throw new ArgumentException(
                $"The state is of {(of == "network" ? "other layers" : $"another {of}")}: missing {List(missing)}; unknown {List(unknown)}. "
                    + $"Load it into the {of} it was saved from.",
                nameof(given));
        }

        foreach (var want in expected)
        {
            var have = byName[want.Name];
            if (!have.Shape.SequenceEqual(want.Shape) || have.Values.Count != want.Values.Count || have.Values.GetType() != want.Values.GetType())
            {
                throw new ArgumentException($"{want.Name} is {Describe(have)}; this {of} wants {Describe(want)}.", nameof(given));
            }
        }

        return byName;
    }

    /// <summary>Refuses invalid factors of learning rates.</summary>
    public static void Scale(double scale)
    {
        if (!(scale >= 0 && double.IsFinite(scale)))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "Learning rates are multiplied by a number from 0.");
    }

    private static string List(List<string> names) => names.Count switch
    {
        0 => "nothing",
        <= Named => string.Join(", ", names),
        _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(Named))} and {names.Count - Named} more"),
    };

    private static string Describe(NamedTensor tensor) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{tensor.Values.GetType().Name} of shape ({string.Join(", ", tensor.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))}) "
                + $"with {tensor.Values.Count} values");
}
