using GanDsl.Generators.Declarations;

namespace GanDsl.Generators.Layers;

/// <summary>A 1 × 1 modulated convolution without demodulation: a picture from features. StyleGAN2: ToRGBLayer.</summary>
internal sealed record ToRGB(int Channels, string Style) : ModulatedConv2d(Channels, Style, Kernel: 1, Up: 1, Demodulate: false, Bias: true, Eps: 1e-8)
{
    public static new Layer Read(AttributeValues values) => new ToRGB(values.Int("channels"), values.Text("style"));

    public override string Name => "ToRGB";

    public override string Description => $"ToRGB({Text.Numbers.Plain(Channels)}, \"{Style}\")";

    /// <summary>There is no argument that takes it away.</summary>
    public override bool AddsBias => false;
}
