namespace GanDsl;

/// <summary>A player's network on any backend: its parameters and buffers go to host memory and back.</summary>
public interface IPlayerNetwork
{
    /// <summary>Copies parameters and buffers to host memory, named, laid out and ordered as torch.nn.Sequential's state_dict. Waits for the device.</summary>
    IReadOnlyList<NamedTensor> State();

    /// <summary>Loads parameters and buffers, as <c>load_state_dict(strict=True)</c> does; nothing is changed where one does not fit.</summary>
    /// <param name="state">The result of <see cref="State"/>, here or on another backend, or of another program with the same layers, in any order.</param>
    /// <exception cref="ArgumentException">A tensor is missing, unknown, or of another shape or kind.</exception>
    void Load(IReadOnlyList<NamedTensor> state);
}
