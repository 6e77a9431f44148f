using GanDsl.Generators.Layers;
using GanDsl.Generators.Scalars;
using GanDsl.Generators.Steps;
using static GanDsl.Generators.Scalars.Scalar;

namespace GanDsl.Generators.Programs;

/// <summary>
/// Builds the min-max step as one program: D's move, then, behind D's <see cref="Operation.Update"/>, G's. What the step fuses is decided in <see cref="MinMaxStep"/>.
/// </summary>
internal sealed class StepProgram
{
    private const int Generator = 0;
    private const int Discriminator = 1;

    private readonly ProgramBuilder builder = new();
    private readonly MinMaxStep step;

    private StepProgram(MinMaxStep step) => this.step = step;

    public static Program Build(MinMaxStep step)
    {
        var program = new StepProgram(step);
        var fakes = program.MoveDiscriminator();
        program.MoveGenerator(fakes);
        return program.builder.ToProgram();
    }

    private Value MoveDiscriminator()
    {
        var reals = builder.Given("reals", Extent.Of(1, step.Discriminator.Input));
        var latents = builder.Given("latents", Extent.Of(1, step.Generator.Input));
        var fakes = Pass(Generator, version: 0, "g", latents);

        var seeds = step.JoinsRealsAndFakes ? JointSeeds(reals, fakes) : SeparateSeeds(reals, fakes);
        WriteGradients(Discriminator, version: 0, seeds);
        builder.Note = "D moves";
        builder.Do(new Operation.Update(Discriminator));
        return fakes;
    }

    private void MoveGenerator(Value fakes)
    {
        var samples = fakes;
        if (step.FreshNoise)
        {
            var latents = builder.Given("generatorLatents", Extent.Of(1, step.Generator.Input));
            samples = Pass(Generator, version: 0, "h", latents);
        }

        var logits = Logits(version: 1, "e", samples);
        var loss = step.Objective.Generator;
        builder.Note = "dL/dℓ of G";
        var seed = Seed(loss, logits, "logitsCotangent");
        Report("GeneratorLoss", loss, logits);
        WriteGradients(Generator, version: 0, [(logits, seed)]);
        builder.Note = "G moves";
        builder.Do(new Operation.Update(Generator));
    }

    /// <summary>Reals and fakes in one pass: each half of the logits has its loss.</summary>
    private List<(Value, Value)> JointSeeds(Value reals, Value fakes)
    {
        var joint = builder.Add(new Operation.Join(), [reals, fakes], Extent.Of(2, step.Discriminator.Input), "joint");
        var logits = Logits(version: 0, "d", joint);
        var (onReals, onFakes) = (step.Objective.OnReals, step.Objective.OnFakes);

        builder.Note = "dL/dℓ of D";
        var seed = builder.Map(
            ByHalf(onReals.Derivative(), onFakes.Derivative()) * X(2), logits.Extent, "logitsCotangent", (logits, Reading.Full), (builder.BatchSize(), Reading.Single), (builder.BatchShare(), Reading.Single));
        Report("Value", ByHalf(-Softplus(-L), -Softplus(L)), logits, builder.BatchSize());
        Report("Loss", ByHalf(onReals, onFakes), logits, builder.BatchSize());
        Report("MeanOnReals", ByHalf(Sigmoid(L), 0), logits, builder.BatchSize());
        Report("MeanOnFakes", ByHalf(0, Sigmoid(L)), logits, builder.BatchSize());
        return [(logits, seed)];
    }

    private List<(Value, Value)> SeparateSeeds(Value reals, Value fakes)
    {
        var onReals = Logits(version: 0, "r", reals);
        var onFakes = Logits(version: 0, "f", fakes);
        builder.Note = "dL/dℓ of D";
        var seeds = new List<(Value, Value)>
        {
            (onReals, Seed(step.Objective.OnReals, onReals, "realLogitsCotangent")), (onFakes, Seed(step.Objective.OnFakes, onFakes, "fakeLogitsCotangent")),
        };
        Report("Value", -Softplus(-L), onReals);
        Report("Loss", step.Objective.OnReals, onReals);
        Report("MeanOnReals", Sigmoid(L), onReals);
        Report("FakeValue", -Softplus(L), onFakes);
        Report("FakeLoss", step.Objective.OnFakes, onFakes);
        Report("MeanOnFakes", Sigmoid(L), onFakes);
        return seeds;
    }

    private Value Pass(int network, int version, string prefix, Value input) =>
        Lowering.Apply(builder, network == Generator ? step.Generator : step.Discriminator, network, version, training: true, prefix, input);

    /// <summary>D's logits, one number a sample, whatever shape D ends in.</summary>
    private Value Logits(int version, string prefix, Value samples) =>
        builder.Reshape(Pass(Discriminator, version, prefix, samples), Shape.Of(1), prefix + "Logits");

    /// <summary>dL/dℓ of the mean of a loss.</summary>
    private Value Seed(Scalar loss, Value logits, string name) =>
        Vjp.MapOf(builder, loss.Derivative().Replace(_ => X(0)) * X(1), logits.Extent, name, [(logits, Reading.Full), (builder.BatchShare(), Reading.Single)]);

    // Samples N and up are the fakes; variable 0 is ℓ, variable 1 is N.
    private static Scalar ByHalf(Scalar onReals, Scalar onFakes) =>
        Choose(X(1) - new SampleIndex(), onReals.Replace(_ => X(0)), onFakes.Replace(_ => X(0)));

    private void Report(string slot, Scalar expression, Value logits, params Value[] others)
    {
        var operands = new List<(Value, Reading)> { (logits, Reading.Full) };
        operands.AddRange(others.Select(other => (other, Reading.Single)));
        var name = char.ToLowerInvariant(slot[0]) + slot.Substring(1);
        var terms = Vjp.MapOf(builder, expression.Replace(leaf => leaf is Logit ? X(0) : leaf), logits.Extent, name + "Terms", operands);
        builder.Do(new Operation.Report(slot), builder.Reduce(Over.All, terms, name));
    }

    private void WriteGradients(int network, int version, List<(Value, Value)> seeds)
    {
        var parameters = builder.Nodes
            .Where(node => node.Operation is Operation.Parameter parameter && parameter.Network == network && parameter.Version == version)
            .ToList();
        var gradients = Differentiate.Run(builder, seeds, parameters.Select(node => node.Outputs[0]).ToList());
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = (Operation.Parameter)parameters[i].Operation;
            var gradient = gradients[i] ?? builder.Map(0, parameters[i].Outputs[0].Extent, Vjp.Name(parameters[i].Outputs[0]));
            builder.Do(new Operation.Gradient(network, parameter.Name, parameter.Offset), gradient);
        }
    }
}
