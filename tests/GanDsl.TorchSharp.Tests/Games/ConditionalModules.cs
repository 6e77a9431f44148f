using GanDsl.HandWritten;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Torch.Games;

/// <summary>BatchNorm2d without γ and β, and these as the labels' rows of two tables, under the names of ours.</summary>
internal sealed class NormOfLabels : Module<Tensor, Tensor>
{
    private readonly double eps;
    private readonly double momentum;

    public NormOfLabels(int classes, int channels, double eps = 1e-5, double momentum = 0.1)
        : base(nameof(NormOfLabels))
    {
        (this.eps, this.momentum) = (eps, momentum);
        register_parameter("gamma", new Parameter(ones(classes, channels)));
        register_parameter("beta", new Parameter(zeros(classes, channels)));
        register_buffer("running_mean", zeros(channels));
        register_buffer("running_var", ones(channels));
    }

    public override Tensor forward(Tensor input)
    {
        var labels = ConditionalPlayers.LabelsOf(input);
        var normalised = functional.batch_norm(input, get_buffer("running_mean")!, get_buffer("running_var")!, null, null, training, momentum, eps);
        return PlainLayers.OfLabels(normalised, labels, get_parameter("gamma")!, get_parameter("beta")!);
    }
}

/// <summary>The formula of Miyato and Koyama 2018 over <c>functional.linear</c> and <c>index_select</c>, under the names of ours.</summary>
internal sealed class ProjectionOfLabels : Module<Tensor, Tensor>
{
    private readonly bool isSpectral;

    public ProjectionOfLabels(int classes, int features, bool isSpectral = false)
        : base(nameof(ProjectionOfLabels))
    {
        this.isSpectral = isSpectral;
        register_parameter("bias", new Parameter(zeros(1)));
        Register("weight", 1, features);
        Register("embedding", classes, features);
    }

    public override Tensor forward(Tensor input)
    {
        return PlainLayers.Projection(input, ConditionalPlayers.LabelsOf(input), Of("weight"), get_parameter("bias")!, Of("embedding"));

        Tensor Of(string name) => isSpectral ? PlainSpectral.Divided(this, name) : get_parameter(name)!;
    }

    private void Register(string name, long rows, long columns)
    {
        register_parameter(isSpectral ? $"{name}_orig" : name, new Parameter(randn(rows, columns)));
        if (!isSpectral) return;
        register_buffer($"{name}_u", randn(rows));
        register_buffer($"{name}_v", randn(columns));
    }
}
