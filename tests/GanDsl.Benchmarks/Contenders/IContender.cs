using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>One side of a race: a game that can be stepped, whoever wrote the step.</summary>
public interface IContender : IDisposable
{
    /// <summary>The label in the table.</summary>
    string Name { get; }

    /// <summary>G's parameters and buffers under the names of torch.nn.Sequential.</summary>
    IReadOnlyDictionary<string, Tensor> GeneratorState { get; }

    /// <summary>D's parameters and buffers under the names of torch.nn.Sequential.</summary>
    IReadOnlyDictionary<string, Tensor> DiscriminatorState { get; }

    /// <summary>The gradients of G's last update, by parameter.</summary>
    IReadOnlyDictionary<string, Tensor> GeneratorGradients { get; }

    /// <summary>The gradients of D's last update, by parameter.</summary>
    IReadOnlyDictionary<string, Tensor> DiscriminatorGradients { get; }

    /// <summary>One call of the step on latents of its own drawing: what is timed, since a tutorial's loop draws them too.</summary>
    void Step(Tensor reals);

    /// <summary>One call of the step on given latents, and given shares of the reals where a gradient penalty looks: what parity is checked on.</summary>
    void Step(Tensor reals, Tensor latents, Tensor shares);

    /// <summary>Waits until all that was asked for is done.</summary>
    void Wait()
    {
    }
}
