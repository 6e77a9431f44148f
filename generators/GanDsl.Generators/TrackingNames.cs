namespace GanDsl.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what was recomputed.</summary>
internal static class TrackingNames
{
    /// <summary>What is known about the compilation.</summary>
    public const string Target = nameof(Target);

    /// <summary>The declared networks.</summary>
    public const string Networks = nameof(Networks);

    /// <summary>The declared games.</summary>
    public const string Gans = nameof(Gans);

    /// <summary>The networks, checked.</summary>
    public const string CheckedNetworks = nameof(CheckedNetworks);

    /// <summary>The games, checked.</summary>
    public const string Steps = nameof(Steps);

    /// <summary>The text of networks.</summary>
    public const string NetworkFiles = nameof(NetworkFiles);

    /// <summary>The text of games.</summary>
    public const string GanFiles = nameof(GanFiles);

    /// <summary>The launches of networks on our own kernels.</summary>
    public const string NetworkLaunches = nameof(NetworkLaunches);

    /// <summary>The launches of games on our own kernels.</summary>
    public const string GanLaunches = nameof(GanLaunches);

    /// <summary>The structs that an assembly's kernels are specialised by.</summary>
    public const string Strategies = nameof(Strategies);

    /// <summary>The text that shows games as they are written.</summary>
    public const string Cards = nameof(Cards);

    /// <summary>The shapes that markers are written for.</summary>
    public const string Shapes = nameof(Shapes);

    /// <summary>Whether libtorch is made loadable at the start.</summary>
    public const string TorchStart = nameof(TorchStart);
}
