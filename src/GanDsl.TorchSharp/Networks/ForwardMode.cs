namespace GanDsl.Torch;

/// <summary>The mode of a forward pass: its layers' mode, and whether autograd records operations on its parameters.</summary>
public enum ForwardMode
{
    /// <summary>Eval mode; the parameters are constants.</summary>
    Evaluate,

    /// <summary>Train mode; gradients flow to the parameters.</summary>
    Train,

    /// <summary>Train mode; the parameters are constants, so gradients flow only to the input, or nothing is recorded.</summary>
    TrainFrozen,
}
