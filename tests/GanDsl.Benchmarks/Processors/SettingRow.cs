using GanDsl.Processors;

namespace GanDsl.Benchmarks.Processors;

/// <summary>A setting, as it was run.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Said">What the libraries said.</param>
/// <param name="Proof">What its caps came to.</param>
/// <param name="Words">Why.</param>
/// <param name="Parts">How each part ended; none where a library said something else than it should.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record SettingRow(
    ProcessorSetting Setting,
    SaidInstructions Said,
    Proof Proof,
    string Words,
    IReadOnlyList<(string Part, SettingParts.Outcome Outcome)> Parts,
    double Seconds)
{
    public bool Red => Proof == Proof.Broken || Parts.Any(part => !part.Outcome.Green);

    public string State => this switch
    {
        { Red: true } => "RED",
        { Proof: Proof.NotCapped } => "not capped here",
        { Proof: Proof.Own } => "passed, as the processor's own",
        _ => "passed",
    };
}
