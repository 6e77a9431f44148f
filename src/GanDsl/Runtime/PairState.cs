namespace GanDsl;

/// <summary>The states of two networks that are one player as one list: <c>forward.0.weight</c>, <c>inverse.0.weight</c>; shared by the backends.</summary>
internal static class PairState
{
    public const string Forward = "forward.";
    public const string Inverse = "inverse.";

    public static IReadOnlyList<NamedTensor> Join(IReadOnlyList<NamedTensor> forward, IReadOnlyList<NamedTensor> inverse) =>
        [.. forward.Select(tensor => Under(Forward, tensor)), .. inverse.Select(tensor => Under(Inverse, tensor))];

    /// <summary>Each network's tensors, under the network's own names.</summary>
    public static (IReadOnlyList<NamedTensor> Forward, IReadOnlyList<NamedTensor> Inverse) Split(IReadOnlyList<NamedTensor> state) =>
        (Of(Forward, state), Of(Inverse, state));

    /// <summary>The values for the names of each network.</summary>
    public static (Func<string, NamedTensor> Forward, Func<string, NamedTensor> Inverse) Split(Func<string, NamedTensor> given) =>
        (name => given(Forward + name), name => given(Inverse + name));

    private static NamedTensor Under(string which, NamedTensor tensor) => tensor with { Name = which + tensor.Name };

    private static IReadOnlyList<NamedTensor> Of(string which, IReadOnlyList<NamedTensor> state) =>
        [.. state.Where(tensor => tensor.Name.StartsWith(which, StringComparison.Ordinal))
            .Select(tensor => tensor with { Name = tensor.Name[which.Length..] })];
}
