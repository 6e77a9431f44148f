using System.Reflection;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Declared;

/// <summary>
/// Any declared network in plain TorchSharp: its attributes are read from its class and followed one by one over libtorch's functions, in float64 unless
/// another type is asked for. It shares nothing with
/// generated code but the declaration, so that it can say what generated code should give. Weights and buffers have the names of the generated network's.
/// </summary>
/// <remarks>Dropout in train mode, and [Noise] whose strength is not 0 where <see cref="Noise"/> gives none, draw numbers that another network would not: they
/// are refused.</remarks>
internal sealed class DeclaredNetwork : Module<Tensor, Tensor>
{
    private const int Samples = 2;

    private readonly DeclaredScope layers;
    private readonly string inputName;

    /// <param name="declaration">The class with [Generator] or [Discriminator].</param>
    /// <param name="type">What it computes in, float64 or float32.</param>
    public DeclaredNetwork(Type declaration, ScalarType type = ScalarType.Float64)
        : base(declaration.Name)
    {
        Type = type;
        var (generator, discriminator) = (declaration.GetCustomAttribute<GeneratorAttribute>(), declaration.GetCustomAttribute<DiscriminatorAttribute>());
        InputShape = generator?.Latent ?? discriminator?.Shape ?? throw new ArgumentException($"{declaration.Name} declares no network.", nameof(declaration));
        Classes = generator?.Classes ?? discriminator!.Classes;
        SourceShape = discriminator?.Source;
        inputName = generator is null ? "sample" : "latent";
        layers = new DeclaredScope(declaration, width: null, around: null, type);

        // The layers are made where the first batch meets them; in eval mode nothing remembers it.
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        layers.train(false);
        train(false);
        Tensor? condition = Classes > 0 ? zeros(Samples, ScalarType.Int64) : SourceShape is null ? null : zeros([Samples, .. Longs(SourceShape)], type);
        OutputShape = Outputs(zeros([Samples, .. Longs(InputShape)], type), condition)[0].shape[1..];
        foreach (var (name, module) in layers.named_children()) register_module(name, module);
        train();
    }

    /// <summary>What it computes in.</summary>
    public ScalarType Type { get; }

    /// <summary>One sample of what it takes.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>One sample of what it gives; D's logits, without its heads.</summary>
    public IReadOnlyList<long> OutputShape { get; }

    /// <summary>How many classes its labels tell apart; 0 without.</summary>
    public int Classes { get; }

    /// <summary>What D is given besides its sample in a game of pairs, or null.</summary>
    public IReadOnlyList<int>? SourceShape { get; }

    /// <summary>The names of its heads.</summary>
    public IReadOnlyList<string> Heads => layers.Heads;

    /// <summary>Whether a sample's output depends on the other samples of its batch, so that reals and fakes pass separately.</summary>
    public bool CouplesSamples => layers.CouplesSamples;

    /// <summary>
    /// Is called for each piecewise layer of a pass, in the order of calls, with how far each number is from its kink, as <see cref="Declared.Kinks"/> says:
    /// the input of ReLU, LeakyReLU, PReLU and ELU; for
    /// max-pooling, those of SelfAttention2d too, each number of a window less the largest other. Detached, and disposed of when the pass ends: who keeps one
    /// keeps a clone, detached from the dispose scope.
    /// </summary>
    public Action<Tensor>? Kinks { get; set; }

    /// <summary>
    /// The labels (N) or sources of a batch that is passed without them; a pass of several such batches, as of reals and fakes together, has them as often.
    /// </summary>
    public Tensor? Condition { get; set; }

    /// <summary>Gives the noise of [Noise], of the shape that it is called with, (N, 1, height, width).</summary>
    public Func<long[], Tensor>? Noise { get; set; }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var condition = Condition is null ? null : cat([.. Enumerable.Repeat(Condition, (int)(input.size(0) / Condition.size(0)))]);
        return forward(input, condition).MoveToOuterDisposeScope();
    }

    /// <summary>One pass.</summary>
    /// <param name="input">(N, …).</param>
    /// <param name="condition">Labels as numbers (N) or one-hot rows (N, classes), or sources; null in a network that takes none.</param>
    /// <returns>The output; of a D with heads, the logits and then the numbers of each head, side by side.</returns>
    public Tensor forward(Tensor input, Tensor? condition)
    {
        if (layers.Heads.Count == 0) return Outputs(input, condition)[0];
        using var scope = NewDisposeScope();
        return cat([.. Outputs(input, condition)], 1).MoveToOuterDisposeScope();
    }

    /// <summary>One pass, with the output and what each head names.</summary>
    public IReadOnlyList<Tensor> Outputs(Tensor input, Tensor? condition = null)
    {
        using var scope = NewDisposeScope();
        var isLabelled = Classes > 0;
        if ((condition is null) == (isLabelled || SourceShape is not null))
        {
            throw new ArgumentException($"{GetName()} takes {(condition is null ? "" : "no ")}labels or sources.", nameof(condition));
        }

        var labels = !isLabelled ? null : condition!.dim() == 1 ? condition : condition.argmax(1);
        var signals = new Signals { Labels = labels, Classes = Classes, Trains = training, Type = Type, Kinks = Kinks, Noise = Noise };
        var x = input.to(Type);
        if (labels is not null) signals.Inputs.Add("label", functional.one_hot(labels, Classes).to(Type));
        else if (condition is not null) signals.Inputs.Add("source", condition.to(Type));
        if (condition is not null) signals.Inputs.Add(inputName, x);
        var output = layers.Of(x, signals);
        return [.. signals.Heads.Prepend(output).Select(one => one.alias().MoveToOuterDisposeScope())];
    }

    /// <summary>Takes over all weights and buffers of a generated network; every one must be there, and no other.</summary>
    /// <param name="state">What the generated network's State gives.</param>
    public void Load(IReadOnlyList<NamedTensor> state)
    {
        using var scope = NewDisposeScope();
        Load(state.ToDictionary(named => named.Name, named => named.Values switch
        {
            TensorValues.Float32 { Elements: var numbers } => tensor(numbers, [.. named.Shape]),
            TensorValues.Int64 { Elements: var numbers } => tensor(numbers, [.. named.Shape]),
            _ => throw new NotSupportedException(named.Values.GetType().Name),
        }));
    }

    /// <summary>Takes over weights and buffers by name; all but counters must be there, and no other.</summary>
    public void Load(IReadOnlyDictionary<string, Tensor> state)
    {
        using var untracked = no_grad();
        var own = named_parameters().Select(one => (Name: one.name, Value: (Tensor)one.parameter))
            .Concat(named_buffers().Select(one => (Name: one.name, Value: one.buffer)))
            .ToDictionary(one => one.Name, one => one.Value);
        var (missing, unknown) = (own.Where(one => one.Value.is_floating_point()).Select(one => one.Key).Except(state.Keys), state.Keys.Except(own.Keys));
        if (missing.Any() || unknown.Any())
        {
            throw new ArgumentException($"{GetName()}: missing {string.Join(", ", missing)}; unknown {string.Join(", ", unknown)}.", nameof(state));
        }

        foreach (var (name, value) in state)
        {
            var shape = own[name].shape;
            if (!shape.SequenceEqual(value.shape))
            {
                throw new ArgumentException($"{name} is ({string.Join(", ", value.shape)}) and should be ({string.Join(", ", shape)}).", nameof(state));
            }

            own[name].copy_(value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) layers.Dispose();
        base.Dispose(disposing);
    }

    private static IEnumerable<long> Longs(IEnumerable<int> shape) => shape.Select(size => (long)size);
}
