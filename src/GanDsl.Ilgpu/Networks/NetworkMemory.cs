namespace GanDsl.Ilgpu;

/// <summary>A network's range of device memory. In a game both players and their training state share one buffer.</summary>
public sealed class NetworkMemory
{
    internal NetworkMemory(DeviceMemory memory, BatchNumbers numbers, long parameters, long statistics, long gradients, bool ownsMemory)
    {
        Memory = memory;
        Numbers = numbers;
        Parameters = parameters;
        Statistics = statistics;
        Gradients = gradients;
        OwnsMemory = ownsMemory;
    }

    /// <summary>The memory.</summary>
    public DeviceMemory Memory { get; }

    /// <summary>Where the parameters begin.</summary>
    public long Parameters { get; }

    /// <summary>Where the running statistics begin.</summary>
    public long Statistics { get; }

    /// <summary>Where the gradients begin, or −1 outside games.</summary>
    public long Gradients { get; }

    /// <summary>Whether the network disposes the memory.</summary>
    public bool OwnsMemory { get; }

    internal BatchNumbers Numbers { get; }

    /// <summary>The range of the second of two networks that are one player, after the first.</summary>
    /// <param name="parameters">The length of the first's flat parameters.</param>
    /// <param name="statistics">The length of the first's running statistics.</param>
    public NetworkMemory Behind(long parameters, long statistics) =>
        new(Memory, Numbers, Parameters + parameters, Statistics + statistics, Gradients < 0 ? Gradients : Gradients + parameters, OwnsMemory);

    /// <summary>Memory for a network outside a game.</summary>
    /// <param name="device">The device; <see cref="ComputeDevice.Default"/> if null.</param>
    /// <param name="parameters">The length of the flat parameters.</param>
    /// <param name="statistics">The length of the running statistics.</param>
    /// <exception cref="DeviceException">There is no such device, or not enough memory on it.</exception>
    public static NetworkMemory For(ComputeDevice? device, long parameters, long statistics)
    {
        var memory = new DeviceMemory(device ?? ComputeDevice.Default, parameters + statistics + BatchNumbers.Length);
        return new NetworkMemory(memory, new BatchNumbers(memory, parameters + statistics), 0, parameters, gradients: -1, ownsMemory: true);
    }
}
