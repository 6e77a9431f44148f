namespace GanDsl;

/// <summary>The report of a loaded state, for players and penalties that have not been updated since.</summary>
internal sealed class CarriedReport
{
    private const int Fixed = 11;

    private readonly double[] numbers;
    private readonly int penaltyCount;

    private CarriedReport(double[] numbers, int auxiliaryLosses)
    {
        this.numbers = numbers;
        penaltyCount = numbers.Length - Fixed - (2 * auxiliaryLosses);
    }

    public double GeneratorLoss => numbers[2];

    public double GeneratorGradientNorm => numbers[6];

    /// <summary>The mean of a regulariser's penalty when it was last due.</summary>
    public double Penalty(int number) => numbers[Fixed + number];

    /// <summary>The value of an auxiliary loss in G's last update.</summary>
    public double AuxiliaryGeneratorLoss(int number) => numbers[Fixed + penaltyCount + (2 * number) + 1];

    /// <summary>The report as part of a state: the bits of its float64 numbers; NaN where no step was taken yet.</summary>
    /// <param name="report">The report; null before the first step.</param>
    /// <param name="penalties">How many regularisers there are.</param>
    /// <param name="auxiliaryLosses">How many auxiliary losses there are.</param>
    public static NamedTensor State(StepReport? report, int penalties, int auxiliaryLosses)
    {
        double[] numbers = report is null
            ? [.. Enumerable.Repeat(double.NaN, Fixed + penalties + (2 * auxiliaryLosses))]
            : [
                report.Value, report.DiscriminatorLoss, report.GeneratorLoss, report.MeanOnReals, report.MeanOnFakes, report.DiscriminatorGradientNorm,
                report.GeneratorGradientNorm,
                report.Penalty, report.Estimate, report.AccuracyOnReals, report.AccuracyOnFakes,
                .. report.Penalties.Select(penalty => penalty.Value),
                .. report.AuxiliaryLosses.SelectMany(auxiliaryLoss => new[] { auxiliaryLoss.InDiscriminatorLoss, auxiliaryLoss.InGeneratorLoss })];
        return new NamedTensor("float64_bits", [numbers.Length], new TensorValues.Int64(Array.ConvertAll(numbers, BitConverter.DoubleToInt64Bits)));
    }

    /// <param name="state">The result of <see cref="State"/>.</param>
    /// <param name="auxiliaryLosses">How many auxiliary losses there are.</param>
    public static CarriedReport From(NamedTensor state, int auxiliaryLosses) =>
        new(Array.ConvertAll(((TensorValues.Int64)state.Values).Elements, BitConverter.Int64BitsToDouble), auxiliaryLosses);

    /// <summary>The whole report, before another step.</summary>
    public StepReport Report(long step, string divergence, IReadOnlyList<PenaltyValue> penalties, IEnumerable<string> auxiliaryLosses) => new(
        step, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], divergence, numbers[8], numbers[9], numbers[10])
    {
        Penalties = penalties,
        AuxiliaryLosses = [.. auxiliaryLosses.Select(
            (name, number) => new AuxiliaryLossValue(name, numbers[Fixed + penaltyCount + (2 * number)], AuxiliaryGeneratorLoss(number)))],
    };
}
