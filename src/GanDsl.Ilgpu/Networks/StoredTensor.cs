namespace GanDsl.Ilgpu;

/// <summary>A parameter or running statistic in device memory, under its name in torch.nn.Sequential.</summary>
/// <param name="Name">The name: <c>0.weight</c>.</param>
/// <param name="Offset">Its offset from the start of the network's parameters or statistics.</param>
/// <param name="Shape">PyTorch's shape.</param>
internal sealed record StoredTensor(string Name, long Offset, long[] Shape)
{
    public int Count { get; } = checked((int)Shape.Aggregate(1L, (product, size) => product * size));

    public NamedTensor Read(DeviceMemory memory, long start)
    {
        var values = new float[Count];
        memory.Read(start + Offset, values);
        return new NamedTensor(Name, Shape, new TensorValues.Float32(values));
    }

    public void Write(DeviceMemory memory, long start, NamedTensor tensor) => memory.Upload(start + Offset, ((TensorValues.Float32)tensor.Values).Elements);
}
