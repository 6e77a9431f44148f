namespace GanDsl;

/// <summary>How a network's layers behave. PyTorch equivalents: <c>module.eval()</c> and <c>module.train()</c>.</summary>
public enum Mode
{
    /// <summary>BatchNorm uses its running statistics, Dropout is the identity, nothing is recorded for gradients.</summary>
    Eval,

    /// <summary>BatchNorm uses the batch's statistics and updates the running ones, Dropout drops, gradients are recorded as the backend does.</summary>
    Train,
}
