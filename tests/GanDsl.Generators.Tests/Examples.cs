namespace GanDsl.Generators.Tests;

/// <summary>Declarations from the literature, and pieces to put games together from.</summary>
internal static class Examples
{
    /// <summary>The GAN of fully connected layers on 28×28 pictures that PyTorch-GAN's gan.py has.</summary>
    public const string Mlp = $$"""
        [Generator(latent: 100)]
        [Dense(128), LeakyReLU(0.2)]
        [Dense(256), BatchNorm, LeakyReLU(0.2)]
        [Dense(512), BatchNorm, LeakyReLU(0.2)]
        [Dense(1024), BatchNorm, LeakyReLU(0.2)]
        [Dense(784), Tanh]
        [Reshape(1, 28, 28)]
        public sealed partial class G;

        [Discriminator(1, 28, 28)]
        [Flatten]
        [Dense(512), LeakyReLU(0.2)]
        [Dense(256), LeakyReLU(0.2)]
        [Dense(1)]
        public sealed partial class D;

        {{Game}}
        """;

    /// <summary>A conditional GAN by concatenation, as PyTorch-GAN's cgan.py has it, with fewer layers.</summary>
    public const string Conditional = $$"""
        [Generator(latent: 100, Classes = 10)]
        [From("label"), Embedding(10), Concat("latent")]
        [Dense(128), LeakyReLU(0.2)]
        [Dense(784), Tanh, Reshape(1, 28, 28)]
        public sealed partial class G;

        [Discriminator(1, 28, 28, Classes = 10)]
        [From("label"), Embedding(10), Tap("class")]
        [From("sample"), Flatten, Concat("class")]
        [Dense(128), LeakyReLU(0.2), Dense(1)]
        public sealed partial class D;

        {{Game}}
        """;

    /// <summary>A small pix2pix: D scores pairs, and G is to make what the reals are.</summary>
    public const string Pix2Pix = """
        [Generator(1, 16, 16)]
        [Conv2d(16, kernel: 3, padding: 1), ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
        public sealed partial class G;

        [Discriminator(3, 16, 16, Source = new[] { 1, 16, 16 })]
        [Concat("source"), Conv2d(16, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2), Conv2d(1, kernel: 4)]
        public sealed partial class D;

        [Gan<G, D>]
        [LeastSquares, Reconstruction(weight: 100)]
        [Adam(2e-4, beta1: 0.5)]
        public sealed partial class Game;
        """;

    /// <summary>A small CycleGAN between pictures of one colour and of three, with a discriminator of each.</summary>
    public const string CycleGan = """
        [Generator(1, 8, 8)]
        [Conv2d(4, kernel: 3, padding: 1), ReLU, Conv2d(3, kernel: 3, padding: 1), Tanh]
        public sealed partial class G;

        [Generator(3, 8, 8)]
        [Conv2d(4, kernel: 3, padding: 1), InstanceNorm, ReLU, Conv2d(1, kernel: 3, padding: 1), Tanh]
        public sealed partial class F;

        [Discriminator(3, 8, 8)]
        [Conv2d(4, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2), Conv2d(1, kernel: 4)]
        public sealed partial class D;

        [Discriminator(1, 8, 8)]
        [Conv2d(4, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2), Conv2d(1, kernel: 3)]
        public sealed partial class E;

        [Gan<G, D, F, E>]
        [LeastSquares, CycleConsistency(weight: 5), R1(gamma: 1, every: 4), Ema(halfLifeImages: 1000)]
        [Adam(2e-4, beta1: 0.5), Alternating(discriminatorSteps: 2)]
        public sealed partial class Game;
        """;

    /// <summary>A small InfoGAN with a code of each kind, and labels that D finds out beside them.</summary>
    public const string Infogan = """
        [Generator(latent: 16, Classes = 10)]
        [From("label"), Embedding(4), Concat("latent")]
        [Dense(32), ReLU, Dense(2)]
        public sealed partial class G;

        [Discriminator(2)]
        [Dense(32), LeakyReLU(0.2), Tap("features")]
        [Dense(10), Head("class")]
        [From("features"), Dense(4), Head("code")]
        [From("features"), Dense(4), Head("style")]
        [From("features"), Dense(1)]
        public sealed partial class D;

        [Gan<G, D>]
        [NonSaturating, AuxiliaryClassifier("class"), MutualInformation("code"), MutualInformation("style", weight: 0.1, Code.Gaussian)]
        [Adam(2e-4, beta1: 0.5)]
        public sealed partial class Game;
        """;

    /// <summary>A game of classes G and D with nothing special about it.</summary>
    public const string Game = """
        [Gan<G, D>]
        [NonSaturating]
        [Adam(2e-4, beta1: 0.5)]
        public sealed partial class Game;
        """;

    /// <summary>The smallest networks that fit each other.</summary>
    public const string SmallNetworks = """
        [Generator(latent: 2)]
        [Dense(3)]
        public sealed partial class G;

        [Discriminator(3)]
        [Dense(1)]
        public sealed partial class D;
        """;

    /// <summary>The DCGAN on 28×28 pictures that the design begins with.</summary>
    /// <param name="inDiscriminator">What stands between D's second convolution and its activation, for example <c>BatchNorm, </c>.</param>
    public static string Dcgan28(string inDiscriminator = "") => $$"""
        [Generator(latent: 100)]
        [Dense(7 * 7 * 128), BatchNorm, ReLU]
        [Reshape(128, 7, 7)]
        [ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU]
        [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
        public sealed partial class G;

        [Discriminator(1, 28, 28)]
        [Conv2d(64, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2)]
        [Conv2d(128, kernel: 4, stride: 2, padding: 1), {{inDiscriminator}}LeakyReLU(0.2)]
        [Flatten, Dense(1)]
        public sealed partial class D;

        {{Game}}
        """;

    /// <summary>The DCGAN on 64×64 pictures of pytorch/examples.</summary>
    public static string Dcgan64(int channels) => $$"""
        [Generator(latent: 100)]
        [Reshape(100, 1, 1)]
        [ConvTranspose2d(512, kernel: 4, bias: false), BatchNorm, ReLU]
        [ConvTranspose2d(256, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
        [ConvTranspose2d(128, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
        [ConvTranspose2d(64, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, ReLU]
        [ConvTranspose2d({{channels}}, kernel: 4, stride: 2, padding: 1, bias: false), Tanh]
        [Initialize(0.02)]
        public sealed partial class G;

        [Discriminator({{channels}}, 64, 64)]
        [Conv2d(64, kernel: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2)]
        [Conv2d(128, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
        [Conv2d(256, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
        [Conv2d(512, kernel: 4, stride: 2, padding: 1, bias: false), BatchNorm, LeakyReLU(0.2)]
        [Conv2d(1, kernel: 4, bias: false), Flatten]
        [Initialize(0.02)]
        public sealed partial class D;

        {{Game}}
        """;

    /// <summary>Graphs: a small U-Net with one skip against a D with a residual connection.</summary>
    public const string UNet = $$"""
        [Generator(latent: 64)]
        [Dense(16 * 16), Reshape(1, 16, 16)]
        [Conv2d(32, kernel: 4, stride: 2, padding: 1), LeakyReLU(0.2), Tap("e1")]
        [Conv2d(64, kernel: 4, stride: 2, padding: 1), BatchNorm, LeakyReLU(0.2)]
        [ConvTranspose2d(32, kernel: 4, stride: 2, padding: 1), BatchNorm, ReLU, Concat("e1")]
        [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
        public sealed partial class G;

        [Discriminator(1, 16, 16)]
        [Conv2d(32, kernel: 4, stride: 2, padding: 1), Tap("in")]
        [LeakyReLU(0.2), Conv2d(64, kernel: 3, padding: 1), LeakyReLU(0.2), Conv2d(64, kernel: 3, padding: 1), Tap("main")]
        [From("in"), Conv2d(64, kernel: 1, bias: false), Add("main"), LeakyReLU(0.2)]
        [Flatten, Dense(1)]
        public sealed partial class D;

        {{Game}}
        """;

    /// <summary>Residual players of blocks in blocks.</summary>
    public const string Blocks = $$"""
        [Block]
        [Tap("in"), BatchNorm, ReLU, Conv2d(Width.Out, kernel: 3, padding: 1, bias: false), BatchNorm, ReLU, Conv2d(Width.Out, kernel: 3, padding: 1), Tap("main")]
        [From("in"), Conv2d(Width.Out, kernel: 1), Add("main")]
        public sealed class ResBlockG;

        [Block]
        [Tap("in"), LeakyReLU(0.2), Conv2d(Width.In, kernel: 3, padding: 1), LeakyReLU(0.2), Conv2d(Width.Out, kernel: 4, stride: 2, padding: 1), Tap("main")]
        [From("in"), Conv2d(Width.Out, kernel: 4, stride: 2, padding: 1, bias: false), Add("main")]
        public sealed class ResBlockD;

        [Block]
        [Use<ResBlockD>(Width.Out), Use<ResBlockD>(Width.Out)]
        public sealed class TwiceDown;

        [Generator(latent: 64)]
        [Dense(16 * 8 * 8), Reshape(16, 8, 8)]
        [Use<ResBlockG>(16)]
        [ConvTranspose2d(1, kernel: 4, stride: 2, padding: 1), Tanh]
        public sealed partial class G;

        [Discriminator(1, 16, 16)]
        [Conv2d(8, kernel: 3, padding: 1), Use<TwiceDown>(24)]
        [LeakyReLU(0.2), Flatten, Dense(1)]
        public sealed partial class D;

        {{Game}}
        """;

    /// <summary>The smallest networks in a game with these attributes.</summary>
    public static string GameWith(string attributes) => $"""
        {SmallNetworks}

        [Gan<G, D>]
        {attributes}
        public sealed partial class Game;
        """;
}
