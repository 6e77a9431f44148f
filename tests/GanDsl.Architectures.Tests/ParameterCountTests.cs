namespace GanDsl.Architectures.Tests;

/// <summary>
/// Declared networks have as many parameters as those that they are declared after: published where they are, else the sums of their layers by hand.
/// </summary>
public class ParameterCountTests
{
    [Fact]
    public void PublishedCounts()
    {
        Assert.Equal((1_510_032, 533_505), (MlpGenerator.ParameterCount, MlpDiscriminator.ParameterCount));
        Assert.Equal((3_576_704, 2_765_568), (DcganGenerator.ParameterCount, DcganDiscriminator.ParameterCount));
        Assert.Equal((3_574_656, 2_763_520), (GreyDcganGenerator.ParameterCount, GreyDcganDiscriminator.ParameterCount));
    }

    [Fact]
    public void TheCriticOfWganGp_IsDcgansWithoutBatchNorm() =>
        Assert.Equal(DcganDiscriminator.ParameterCount - (2 * (128 + 256 + 512)), WganCritic.ParameterCount);

    [Fact]
    public void Sngan()
    {
        const long Conv3x256 = (256 * 256 * 9) + 256;
        const long Up = (2 * 256) + Conv3x256 + (2 * 256) + Conv3x256 + (256 * 256) + 256;
        Assert.Equal(((128 + 1) * 4096) + (3 * Up) + (2 * 256) + (256 * 3 * 9) + 3, SnganGenerator.ParameterCount);
        Assert.Equal(4_276_739, SnganGenerator.ParameterCount);

        const long Conv3x128 = (128 * 128 * 9) + 128;
        const long First = (3 * 128 * 9) + 128 + Conv3x128 + (3 * 128) + 128;
        const long Down = (2 * Conv3x128) + (128 * 128) + 128;
        Assert.Equal(First + Down + (4 * Conv3x128) + 128 + 1, SnganDiscriminator.ParameterCount);
        Assert.Equal(1_053_825, SnganDiscriminator.ParameterCount);
    }

    [Fact]
    public void Sagan_IsSnganWithAttention()
    {
        Assert.Equal(SnganGenerator.ParameterCount + (2 * 256 * 32) + (2 * 256 * 128) + 1, SaganGenerator.ParameterCount);
        Assert.Equal(SnganDiscriminator.ParameterCount + (2 * 128 * 16) + (2 * 128 * 64) + 1, SaganDiscriminator.ParameterCount);
    }

    /// <summary>γ and β of ten classes in place of one in each of the six normalisations of G's blocks, and a row for each class at D's end.</summary>
    [Fact]
    public void Projection_IsSnganWithTables()
    {
        const long Tables = 6 * (10 - 1) * 2 * 256;
        Assert.Equal(SnganGenerator.ParameterCount + Tables, ProjectionGenerator.ParameterCount);
        Assert.Equal(SnganDiscriminator.ParameterCount + (10 * 128), ProjectionDiscriminator.ParameterCount);
        Assert.Equal(4_304_387, ProjectionGenerator.ParameterCount);
        Assert.Equal(1_055_105, ProjectionDiscriminator.ParameterCount);
        Assert.Equal(SaganGenerator.ParameterCount + Tables, ConditionalSaganGenerator.ParameterCount);
        Assert.Equal(SaganDiscriminator.ParameterCount + (10 * 128), ConditionalSaganDiscriminator.ParameterCount);
    }

    /// <summary>W and V of each conditional normalisation have no bias: 148 numbers, the class and a quarter of the latents, become 384.</summary>
    [Fact]
    public void BigGan()
    {
        const long Condition = 128 + (80 / 4);
        const long Conv3x384 = (384 * 384 * 9) + 384;
        const long Up = (2 * 2 * Condition * 384) + (384 * 384) + 384 + (2 * Conv3x384);
        const long LookAt384 = (2 * 384 * 48) + (2 * 384 * 192) + 1;
        Assert.Equal(
            (10 * 128) + (((80 / 4) + 1) * 384 * 16) + (3 * Up) + LookAt384 + (2 * 384) + (384 * 3 * 9) + 3,
            BigGenerator.ParameterCount);
        Assert.Equal(9_416_196, BigGenerator.ParameterCount);

        const long Conv3x192 = (192 * 192 * 9) + 192;
        const long First = (3 * 192 * 9) + 192 + Conv3x192 + (3 * 192) + 192;
        const long Down = (2 * Conv3x192) + (192 * 192) + 192;
        const long LookAt192 = (2 * 192 * 24) + (2 * 192 * 96) + 1;
        Assert.Equal(First + Down + (4 * Conv3x192) + LookAt192 + 192 + 1 + (10 * 192), BigDiscriminator.ParameterCount);
        Assert.Equal(2_415_170, BigDiscriminator.ParameterCount);
    }

    /// <summary>Every block narrows 512 channels to 128; all are conditioned on the class and all latents.</summary>
    [Fact]
    public void BigGanDeep()
    {
        const long Condition = 128 + 128;
        const long Bottleneck = (512 * 128) + 128 + (2 * ((128 * 128 * 9) + 128)) + (128 * 512) + 512;
        const long Block = Bottleneck + (2 * Condition * (512 + (3 * 128)));
        const long LookAt512 = (2 * 512 * 64) + (2 * 512 * 256) + 1;
        Assert.Equal(
            (10 * 128) + ((Condition + 1) * 512 * 16) + (6 * Block) + LookAt512 + (2 * 512) + (512 * 3 * 9) + 3,
            DeepGenerator.ParameterCount);
        Assert.Equal(7_762_948, DeepGenerator.ParameterCount);

        Assert.Equal((3 * 512 * 9) + 512 + (6 * Bottleneck) + LookAt512 + 512 + 1 + (10 * 512), DeepDiscriminator.ParameterCount);
        Assert.Equal(2_908_930, DeepDiscriminator.ParameterCount);
    }

    [Fact]
    public void Concatenation()
    {
        Assert.Equal(
            (10 * 10) + (111 * 128) + (129 * 256) + (2 * 256) + (257 * 512) + (2 * 512) + (513 * 1024) + (2 * 1024) + (1025 * 1024),
            ConcatenationGenerator.ParameterCount);
        Assert.Equal((10 * 10) + (1035 * 512) + (2 * 513 * 512) + 513, ConcatenationDiscriminator.ParameterCount);
        Assert.Equal((1_757_412, 1_055_845), (ConcatenationGenerator.ParameterCount, ConcatenationDiscriminator.ParameterCount));
    }

    [Fact]
    public void AcganAndInfogan()
    {
        const long Decoder = (2 * 128) + (128 * 128 * 9) + 128 + (2 * 128) + (128 * 64 * 9) + 64 + (2 * 64) + (64 * 9) + 1;
        Assert.Equal((10 * 100) + (101 * 8192) + Decoder, AcGenerator.ParameterCount);
        Assert.Equal((75 * 8192) + Decoder, InfoGenerator.ParameterCount);
        Assert.Equal((1_050_985, 836_993), (AcGenerator.ParameterCount, InfoGenerator.ParameterCount));

        const long Trunk = (9 * 16) + 16 + (9 * 16 * 32) + (3 * 32) + (9 * 32 * 64) + (3 * 64) + (9 * 64 * 128) + (3 * 128);
        Assert.Equal(Trunk + 513 + (10 * 513), AcDiscriminator.ParameterCount);
        Assert.Equal(Trunk + 513 + (10 * 513) + (4 * 513), InfoDiscriminator.ParameterCount);
        Assert.Equal((103_243, 105_295), (AcDiscriminator.ParameterCount, InfoDiscriminator.ParameterCount));
    }

    [Fact]
    public void Pix2Pix()
    {
        const long Encoder = 16 * ((3 * 64) + (64 * 128) + (128 * 256) + (256 * 512) + (4 * 512 * 512));
        const long Decoder = 16 * ((512 * 512) + (3 * 1024 * 512) + (1024 * 256) + (512 * 128) + (256 * 64));
        Assert.Equal(Encoder + Decoder + (128 * 3 * 16) + 3, Pix2PixGenerator.ParameterCount);
        Assert.Equal(54_404_099, Pix2PixGenerator.ParameterCount);

        Assert.Equal((16 * ((6 * 64) + (64 * 128) + (128 * 256) + (256 * 512) + 512)) + 64 + 128 + 256 + 512, PatchGan.ParameterCount);
        Assert.Equal(2_767_808, PatchGan.ParameterCount);
    }

    [Fact]
    public void CycleGan()
    {
        const long Down = (3 * 64 * 49) + 64 + (64 * 128 * 9) + 128 + (128 * 256 * 9) + 256;
        const long Up = (256 * 128 * 9) + 128 + (128 * 64 * 9) + 64 + (64 * 3 * 49) + 3;
        Assert.Equal(Down + (9 * 2 * ((256 * 256 * 9) + 256)) + Up, CycleGenerator.ParameterCount);
        Assert.Equal(11_378_179, CycleGenerator.ParameterCount);
        Assert.Equal(2_764_737, CycleDiscriminator.ParameterCount);
    }

    /// <summary>Each PReLU has one slope.</summary>
    [Fact]
    public void Srgan()
    {
        const long Conv3x64 = (64 * 64 * 9) + 64;
        const long Block = (2 * (Conv3x64 + (2 * 64))) + 1;
        const long Enlarge = (64 * 256 * 9) + 256 + (2 * 256) + 1;
        Assert.Equal((3 * 64 * 81) + 64 + 1 + (16 * Block) + Conv3x64 + (2 * 64) + (2 * Enlarge) + (64 * 3 * 81) + 3, SrGenerator.ParameterCount);
        Assert.Equal(1_550_486, SrGenerator.ParameterCount);

        const long Convolutions = 9 * ((3 * 64) + (64 * 64) + (64 * 128) + (128 * 128) + (128 * 256) + (256 * 256) + (256 * 512) + (512 * 512) + 512);
        Assert.Equal(Convolutions + 64 + (3 * 64) + (2 * 3 * (128 + 256 + 512)) + 1, SrDiscriminator.ParameterCount);
        Assert.Equal(4_693_697, SrDiscriminator.ParameterCount);
    }

    /// <summary>
    /// The sums of NVlabs' layers: SynthesisLayer's weight, bias, affine and noise_strength, ToRGBLayer's, and those of a D whose last convolution has a
    /// channel more.
    /// </summary>
    [Fact]
    public void StyleGan2()
    {
        const long Dense512 = (512 * 512) + 512;
        const long Conv3x512 = (512 * 512 * 9) + 512;
        const long Synthesis = Conv3x512 + Dense512 + 1;
        const long ToRgb = (512 * 3) + 3 + Dense512;
        Assert.Equal((2 * Dense512) + (512 * 16) + (7 * Synthesis) + (4 * ToRgb), StyleGenerator.ParameterCount);
        Assert.Equal((3 * 512) + 512 + (6 * Conv3x512) + Conv3x512 + (512 * 9) + (512 * 16 * 512) + 512 + 513, StyleDiscriminator.ParameterCount);
        Assert.Equal((19_947_539, 20_720_641), (StyleGenerator.ParameterCount, StyleDiscriminator.ParameterCount));
    }

    [Fact]
    public void R3Gan()
    {
        const long Block = (768 * 1536) + 1536 + (1536 * (1536 / 96) * 9) + 1536 + (1536 * 768);
        Assert.Equal((768 * 16) + (64 * 768) + (8 * Block) + (768 * 3), R3Generator.ParameterCount);
        Assert.Equal((3 * 768) + (8 * Block) + (768 * 16) + 768, R3Discriminator.ParameterCount);
        Assert.Equal((20_732_160, 20_683_776), (R3Generator.ParameterCount, R3Discriminator.ParameterCount));
    }
}
