using GanDsl.HandWritten;
using GanDsl.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Layers;

[Generator(latent: 320)]
[Reshape(16, 4, 5), SelfAttention2d, ReLU]
internal sealed partial class AttentionByDefault;

[Generator(latent: 72)]
[Reshape(6, 3, 4), SelfAttention2d(key: 3, value: 1, pool: 3), Tanh, SelfAttention2d(6, 2, pool: 1)]
internal sealed partial class AttentionOfEveryArgument;

/// <summary>BigGAN-PyTorch's layers.Attention, with its weights as they are in the state here.</summary>
internal sealed class AttentionOfBigGan : Module<Tensor, Tensor>
{
    private readonly Parameter theta;
    private readonly Parameter phi;
    private readonly Parameter g;
    private readonly Parameter o;
    private readonly Parameter gamma;
    private readonly long pool;

    public AttentionOfBigGan(long channels, long key = 8, long value = 2, long pool = 2)
        : base(nameof(AttentionOfBigGan))
    {
        this.pool = pool;
        theta = Parameter(zeros(channels / key, channels, 1, 1));
        phi = Parameter(zeros(channels / key, channels, 1, 1));
        g = Parameter(zeros(channels / value, channels, 1, 1));
        o = Parameter(zeros(channels, channels / value, 1, 1));
        gamma = Parameter(zeros(1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => PlainLayers.Attention(x, theta, phi, g, o, gamma, pool);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var parameter in new[] { theta, phi, g, o, gamma }) parameter.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Attention, at a strength that is not 0, where it would do nothing.</summary>
internal static class AttentionCases
{
    public static IReadOnlyDictionary<string, LayerCase> All { get; } = new Dictionary<string, LayerCase>
    {
        [nameof(AttentionByDefault)] = new(
            320, () => AtStrength(new AttentionByDefault.Torch(1)), () => Sequential(Unflatten(1, [16, 4, 5]), new AttentionOfBigGan(16), ReLU())),
        [nameof(AttentionOfEveryArgument)] = new(72, () => AtStrength(new AttentionOfEveryArgument.Torch(1)), () => Sequential(
            Unflatten(1, [6, 3, 4]), new AttentionOfBigGan(6, 3, 1, 3), Tanh(), new AttentionOfBigGan(6, 6, 2, 1))),
    };

    private static TorchNetwork AtStrength(TorchNetwork network)
    {
        using var nothingRecorded = no_grad();
        foreach (var (_, gamma) in network.NamedParameters.Where(parameter => parameter.Name.EndsWith("gamma", StringComparison.Ordinal)))
        {
            Assert.Equal(0, gamma.item<float>());
            gamma.fill_(0.7);
        }

        return network;
    }
}
