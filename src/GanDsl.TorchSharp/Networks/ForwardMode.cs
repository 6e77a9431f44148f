namespace GanDsl.Torch;

/// <summary>How a network is passed through: its layers' mode, and whether autograd records what its parameters do.</summary>
public enum ForwardMode
{
    /// <summary>Eval mode; the parameters are constants.</summary>
    Evaluate,

    /// <summary>Train mode; gradients flow to the parameters.</summary>
    Train,

    /// <summary>Train mode; the parameters are constants, so gradients flow to the input alone, or nothing is recorded.</summary>
    TrainFrozen,
}
