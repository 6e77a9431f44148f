using System.Globalization;

namespace GanDsl;

/// <summary>The order of a state: by layers, as in torch.nn.Sequential's state_dict; shared by the backends.</summary>
internal sealed class StateOrder : IComparer<string>
{
    private static readonly StateOrder ByLayer = new();

    /// <summary>The layer that a tensor's name begins with, its numbers: <c>3.1</c> of <c>3.1.affine.weight</c>.</summary>
    public static string Layer(string name) => string.Join('.', name.Split('.').TakeWhile(part => char.IsAsciiDigit(part[0])));

    /// <summary>A network's tensors layer by layer; a layer's own keep their order: parameters, singular vectors, running statistics.</summary>
    public static IReadOnlyList<NamedTensor> Sort(params IEnumerable<NamedTensor>[] kinds) =>
        [.. kinds.SelectMany(tensors => tensors).OrderBy(tensor => Layer(tensor.Name), ByLayer)];

    /// <summary>Compares layers number by number: 2 before 10, 3.9 before 3.10.</summary>
    public int Compare(string? x, string? y)
    {
        var (first, second) = (Numbers(x), Numbers(y));
        for (var i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            if (first[i] != second[i]) return first[i].CompareTo(second[i]);
        }

        return first.Length.CompareTo(second.Length);
    }

    private static int[] Numbers(string? layer) => [.. layer!.Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
