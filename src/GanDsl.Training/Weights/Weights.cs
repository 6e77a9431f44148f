using System.Globalization;

namespace GanDsl.Training;

/// <summary>A game's results as files that other programs read.</summary>
public static class Weights
{
    /// <summary>The weights that samples are made with, G's or its average's.</summary>
    internal static IReadOnlyList<NamedTensor> Of(IGan gan) => gan.AverageGeneratorState() ?? gan.GeneratorState();

    /// <summary>Writes the weights that samples are made with, G's or its average's, under torch.nn.Sequential's names.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="gan">The game.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IGan gan)
    {
        ArgumentNullException.ThrowIfNull(gan);
        Safetensors.Write(path, Of(gan), new Dictionary<string, string> { ["format"] = "pt", ["steps"] = gan.Steps.ToString(CultureInfo.InvariantCulture) });
    }
}
