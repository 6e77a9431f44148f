namespace GanDsl.Training;

/// <summary>Whether a state has a game's tensors: their names, kinds and shapes, except the random numbers', which differ between backends.</summary>
internal static class Architecture
{
    /// <summary>The first difference of a given state to a game's own; null where there is none.</summary>
    public static string? Misfit(IReadOnlyList<NamedTensor> own, IReadOnlyList<NamedTensor> given)
    {
        try
        {
            StateCheck.ByName(WithoutRandom(own), WithoutRandom(given), "game");
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message.Split(" (Parameter", 2)[0].TrimEnd('.');
        }
    }

    private static List<NamedTensor> WithoutRandom(IReadOnlyList<NamedTensor> state) =>
        [.. state.Where(tensor => !tensor.Name.StartsWith("random.", StringComparison.Ordinal))];
}
