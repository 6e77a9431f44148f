using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.HandWritten;

/// <summary>Layers that libtorch has no module of, as their papers or their authors' code write them.</summary>
public static class PlainLayers
{
    /// <summary>Karras et al. 2018, section 4.2, as it is written there.</summary>
    public static Tensor PixelNorm(Tensor x, double eps) => x / ((x * x).mean([1], keepdim: true) + eps).sqrt();

    /// <summary>
    /// NVlabs' upfirdn2d.py by its reference implementation: zeros between the pixels, padding, a convolution of each channel, each so many-th pixel.
    /// </summary>
    public static Tensor Upfirdn(Tensor x, long[] kernel, int up = 1, int down = 1, double gain = 1)
    {
        var (count, channels, height, width) = (x.size(0), x.size(1), x.size(2), x.size(3));
        var taps = kernel.Length;
        var (before, after) = up > 1 ? ((taps + up - 1) / 2, Floor(taps - up))
            : down > 1 ? (Floor(taps - down + 1), Floor(taps - down)) : (taps / 2, (taps - 1) / 2);
        var row = tensor(kernel, ScalarType.Float64);
        var filter = (row.outer(row) / row.sum().square() * gain * up * up).to(x.dtype);
        var spaced = functional.pad(x.reshape(count, channels, height, 1, width, 1), [0, up - 1, 0, 0, 0, up - 1])
            .reshape(count, channels, height * up, width * up);
        var padded = functional.pad(spaced, [before, after, before, after]);
        var weight = filter.flip([0, 1]).unsqueeze(0).unsqueeze(0).repeat([channels, 1, 1, 1]);
        var filtered = PlainConvolution.Conv2d(padded, weight, groups: channels);
        return filtered.slice(2, 0, filtered.size(2), down).slice(3, 0, filtered.size(3), down);

        static int Floor(int twice) => (int)Math.Floor(twice / 2.0);
    }

    /// <summary>NVlabs' MinibatchStdLayer, stylegan2-ada-pytorch/training/networks.py, with the group's size for this batch.</summary>
    public static Tensor MinibatchStd(Tensor x, long group, long features, double eps)
    {
        var (channels, height, width) = (x.size(1), x.size(2), x.size(3));
        var y = x.reshape(group, -1, features, channels / features, height, width);
        y -= y.mean([0]);
        y = (y.square().mean([0]) + eps).sqrt().mean([2, 3, 4]).reshape(-1, features, 1, 1).repeat(group, 1, height, width);
        return cat([x, y], 1);
    }

    /// <summary>BigGAN-PyTorch's layers.Attention, of its weights.</summary>
    /// <param name="x">(N, C, H, W).</param>
    /// <param name="theta">(C / key, C, 1, 1).</param>
    /// <param name="phi">(C / key, C, 1, 1).</param>
    /// <param name="g">(C / value, C, 1, 1).</param>
    /// <param name="o">(C, C / value, 1, 1).</param>
    /// <param name="gamma">(1).</param>
    /// <param name="pool">The side of the windows whose largest numbers are looked at.</param>
    /// <param name="pooled">Is shown what is pooled.</param>
    public static Tensor Attention(Tensor x, Tensor theta, Tensor phi, Tensor g, Tensor o, Tensor gamma, long pool, Action<Tensor>? pooled = null)
    {
        var (height, width) = (x.size(2), x.size(3));
        var query = PlainConvolution.Conv2d(x, theta).flatten(2);
        var keys = Pooled(phi).flatten(2);
        var values = Pooled(g).flatten(2);
        var beta = functional.softmax(bmm(query.transpose(1, 2), keys), -1);
        var looked = PlainConvolution.Conv2d(bmm(values, beta.transpose(1, 2)).view(x.size(0), values.size(1), height, width), o);
        return (gamma * looked) + x;

        Tensor Pooled(Tensor weight)
        {
            var all = PlainConvolution.Conv2d(x, weight);
            pooled?.Invoke(all);
            return functional.max_pool2d(all, [pool, pool]);
        }
    }

    /// <summary>
    /// NVlabs' modulated_conv2d, stylegan2-ada-pytorch/training/networks.py, with a weight a sample and the samples as groups of one convolution. Upwards it is
    /// conv2d_resample: a transposed
    /// convolution, and upfirdn2d with [1, 3, 3, 1] as an outer product of gain 4.
    /// </summary>
    /// <param name="x">(N, in, H, W).</param>
    /// <param name="styles">(N, in).</param>
    /// <param name="weight">(out, in, kernel, kernel); upwards (in, out, kernel, kernel).</param>
    /// <param name="bias">(out), or null.</param>
    /// <param name="isUp">Whether it doubles the sides.</param>
    /// <param name="demodulates">Whether outputs are divided by what the weight's norm has become.</param>
    /// <param name="eps">Added to that norm's square.</param>
    public static Tensor ModulatedConv2d(Tensor x, Tensor styles, Tensor weight, Tensor? bias, bool isUp, bool demodulates, double eps)
    {
        var (count, inputs, height, width, kernel) = (x.size(0), x.size(1), x.size(2), x.size(3), weight.size(2));
        var w = (isUp ? weight.transpose(0, 1) : weight).unsqueeze(0) * styles.reshape(count, 1, inputs, 1, 1);
        if (demodulates) w = w * (w.square().sum([2, 3, 4]) + eps).rsqrt().reshape(count, -1, 1, 1, 1);
        var channels = w.size(1);
        var row = x.reshape(1, count * inputs, height, width);
        Tensor y;
        if (isUp)
        {
            w = w.transpose(1, 2).reshape(count * inputs, channels, kernel, kernel);
            y = PlainConvolution.ConvTranspose2d(row, w, null, (2, 2), groups: count);
            y = y.reshape(count, channels, y.size(2), y.size(3));

            // px0 and px1 of conv2d_resample.
            var (before, after) = ((kernel / 2) + 2 - (kernel - 1), (kernel / 2) + 1 - (kernel - 2));
            var line = tensor([1.0, 3, 3, 1], y.dtype) / 8 * 2;
            y = PlainConvolution.Conv2d(
                functional.pad(y, [before, after, before, after]), line.outer(line).reshape(1, 1, 4, 4).repeat(channels, 1, 1, 1), groups: channels);
        }
        else
        {
            w = w.reshape(count * channels, inputs, kernel, kernel);
            y = PlainConvolution.Conv2d(row, w, padding: (kernel / 2, kernel / 2), groups: count).reshape(count, channels, height, width);
        }

        return bias is null ? y : y + bias.reshape(1, -1, 1, 1);
    }

    /// <summary>What a BatchNorm without γ and β gave, times the labels' rows of one table, plus those of another (de Vries et al. 2017).</summary>
    public static Tensor OfLabels(Tensor normalised, Tensor labels, Tensor gamma, Tensor beta)
    {
        return (normalised * Of(gamma)) + Of(beta);

        Tensor Of(Tensor table) => table.index_select(0, labels).view([normalised.size(0), normalised.size(1), .. normalised.shape.Skip(2).Select(_ => 1L)]);
    }

    /// <summary>The formula of Miyato and Koyama 2018: a linear map, and the inner product with the label's row.</summary>
    public static Tensor Projection(Tensor x, Tensor labels, Tensor weight, Tensor bias, Tensor embedding) =>
        functional.linear(x, weight, bias) + (embedding.index_select(0, labels) * x).sum(1, keepdim: true);
}
