using System.Globalization;

namespace GanDsl.Training;

/// <summary>NaN and infinity in a game's state.</summary>
internal static class Diverged
{
    /// <summary>The first number that is not finite: <c>generator.3.weight[17] is NaN</c>; null where all are.</summary>
    /// <remarks>
    /// The players' tensors come before those of their optimisers in a state, and layers in their order. The report is not checked: it may have NaN.
    /// </remarks>
    public static string? Find(IReadOnlyList<NamedTensor> state)
    {
        foreach (var tensor in state)
        {
            if (tensor.Values is not TensorValues.Float32 { Elements: var elements }) continue;
            for (var i = 0; i < elements.Length; i++)
            {
                if (!float.IsFinite(elements[i]))
                    return string.Create(CultureInfo.InvariantCulture, $"{tensor.Name}[{i}] is {(float.IsNaN(elements[i]) ? "NaN" : "infinite")}");
            }
        }

        return null;
    }
}
