using GanDsl.Generators.Declarations;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Layers;

/// <summary>
/// A layer with its arguments: its shape rule, its parameters, its cost and its text for every backend. One file per layer; <see cref="LayerCatalog"/> lists
/// them. Pure data and arithmetic, so that the generator and the analyzers share it.
/// </summary>
internal abstract record Layer
{
    /// <summary>The attribute's name: <c>Conv2d</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The layer as a person would write it, without arguments at their defaults: <c>Conv2d(64, kernel 4, stride 2, padding 1)</c>.</summary>
    public virtual string Description => Name;

    /// <summary>Whether its output for one sample depends on the other samples of the batch, in which case reals and fakes must not share a pass.</summary>
    public virtual bool CouplesSamples => false;

    /// <summary>Whether train mode differs from eval mode.</summary>
    public virtual bool DependsOnMode => CouplesSamples;

    /// <summary>Whether its backward pass reads its output. Where it does not, an activation may overwrite that output.</summary>
    public virtual bool BackwardReadsOutput => true;

    /// <summary>Whether its output is probabilities; losses take logits instead.</summary>
    public virtual bool GivesShares => false;

    /// <summary>The first argument that is out of range, as the end of a sentence, or null: <c>kernel is 0; it must be at least 1</c>.</summary>
    public virtual string? BadArgument() => null;

    /// <summary>The output's shape, or why there is none. Only asked where no argument is out of range.</summary>
    public abstract Fit Fit(Shape input);

    /// <summary>The learned tensors, in the order in which PyTorch initialises them.</summary>
    public virtual IEnumerable<Parameter> Parameters(Shape input) => [];

    /// <summary>The same for a layer that reads several activations, where more than the first matters.</summary>
    public virtual IEnumerable<Parameter> Parameters(EquatableArray<Shape> inputs) => Parameters(inputs[0]);

    /// <summary>Whether it has running_mean, running_var and num_batches_tracked.</summary>
    public virtual bool HasStatistics => false;

    /// <summary>The dimension of its weights that counts outputs, which [SpectralNorm] takes as a matrix's rows; null where it is not a contraction.</summary>
    public virtual int? SpectralDimension => null;

    /// <summary>The fan-in of its weight, which [EqualizedLearningRate] divides by. Only asked of contractions.</summary>
    public virtual long FanIn(Parameter weight) => weight.Count / weight.Shape[SpectralDimension!.Value];

    /// <summary>Whether it adds a number of its own to every channel of its output, as its attribute's <c>bias</c> says.</summary>
    public virtual bool AddsBias => false;

    /// <summary>Multiply-adds of one sample's forward pass; elementwise work is not counted.</summary>
    public virtual long MultiplyAdds(Shape input, Shape output) => 0;

    /// <summary>The layer over TorchSharp.</summary>
    public abstract TorchText Torch(TorchNames names, Shape input, Shape output);

    /// <summary>Its backward over TorchSharp, or null where only autograd has it.</summary>
    /// <param name="names">Its names, including the input's variable.</param>
    /// <param name="output">The output's variable.</param>
    /// <param name="input">The input's shape.</param>
    public virtual TorchBackward? Backward(TorchNames names, string output, Shape input) => null;

    /// <summary>The layer over PyTorch in Python.</summary>
    public abstract PythonText Python(EquatableArray<Shape> inputs, Shape output);

    /// <summary>Whether it reads labels as numbers in Python; others read one-hot rows.</summary>
    public virtual bool ReadsLabelNumbers => false;

    /// <summary>The layer as operations of a program, for backends without their own reverse mode.</summary>
    public abstract Value Lower(Lowering at, Value input);

    protected static Fit Gives(params int[] shape) => new Fit.Gives(Shape.Of(shape));

    protected static Fit Fails(string rule, string explanation, Remedy? remedy = null) => new Fit.Fails(rule, explanation, remedy);

    /// <summary>Says that a layer moves a window over other samples than these.</summary>
    /// <param name="directions">In how many directions its window moves: 1 over sequences, 2 over pictures.</param>
    protected static Fit NoPixelsToMoveOver(int directions) => Fails(LayerRules.Rank, directions == 1
        ? "it takes sequences (N, channels, length); put [Reshape(channels, length)] before it"
        : "it takes pictures (N, channels, height, width); put [Reshape(channels, height, width)] before it");

    /// <summary>The shape of a channel's pixels behind so many channels.</summary>
    protected static Fit GivesPixels(int directions, int channels, long height, long width) =>
        directions == 1 ? Gives(channels, (int)width) : Gives(channels, (int)height, (int)width);

    /// <summary>What the width of what a layer moves over is called.</summary>
    protected static string Along(int directions) => directions == 1 ? "length" : "width";

    /// <summary>Says that a number must not be below a least one, if it is.</summary>
    protected static string? AtLeast(string name, int value, int least) =>
        value >= least ? null : $"{name} is {Numbers.Plain(value)}; it must be at least {Numbers.Plain(least)}";

    protected static string? AtLeast(string name, EquatableArray<int> values, int least) =>
        values.Count is 1 or 2
            ? values.Select(value => AtLeast(name, value, least)).FirstOrDefault(problem => problem is not null)
            : $"{name} has {Numbers.Plain(values.Count)} numbers; it takes one for both directions, or height and width";

    /// <summary>The error where a number is not positive and finite.</summary>
    protected static string? Positive(string name, double value) =>
        value > 0 && !double.IsInfinity(value) ? null : $"{name} is {Numbers.Literal(value)}; it must be more than 0";

    protected static string? Within(string name, double value, double least, double most) =>
        value >= least && value <= most ? null : $"{name} is {Numbers.Literal(value)}; it must be in [{Numbers.Literal(least)}, {Numbers.Literal(most)}]";
}
