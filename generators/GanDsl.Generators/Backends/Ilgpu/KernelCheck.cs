using GanDsl.Generators.Networks;
using GanDsl.Generators.Ir;
using GanDsl.Generators.Steps;

namespace GanDsl.Generators.Backends.Ilgpu;

/// <summary>
/// Whether there is a kernel for every operation of a network or a game. Today there is: the check is for the next operation
/// that somebody adds, which would otherwise be dropped from the step silently. What lacks a kernel is not generated for our own kernels.
/// </summary>
/// <param name="hasKernel">Whether an operation of a type can be launched.</param>
internal sealed class KernelCheck(Func<Type, bool> hasKernel)
{
    public const string Rule = "GAN0450";

    /// <summary>The check against the existing kernels.</summary>
    public static readonly KernelCheck Ours = new(Launches.IsSupported);

    // Programs are built only if something could be missing in them.
    private readonly bool hasAll = typeof(Operation).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Operation))).All(hasKernel);

    public Problem? Of(MinMaxStep step)
    {
        if (hasAll) return null;
        var networks = step.Pairs.SelectMany(pair => new[] { pair.Generator, pair.Discriminator });
        return Of(step.Declaration.Type.Name, IlgpuStepWriter.Lower(step)) ?? networks.Select(Of).FirstOrDefault(problem => problem is not null);
    }

    public Problem? Of(Network network) => hasAll
        ? null
        : Of(network.Type.Name, IlgpuPassWriter.Lower(network, training: false)) ?? Of(network.Type.Name, IlgpuPassWriter.Lower(network, training: true));

    private Problem? Of(string name, Program program) => program.Nodes.FirstOrDefault(node => !hasKernel(node.Operation.GetType())) is { } node
        ? Problem.At(SiteKind.Marker, Rule, name, node.Operation.GetType().Name, node.Note.Length == 0 ? "in its step" : $"in {node.Note}")
        : null;
}
