using GanDsl.Torch;

namespace FashionMnist;

/// <summary>A run's log for TensorBoard, which begins with its first number.</summary>
/// <param name="folder">The folder of logs.</param>
/// <param name="addFile">Marks the log's file as the run's.</param>
internal sealed class EventLog(string folder, Action<string> addFile) : IDisposable
{
    private TensorBoardLog? log;

    /// <summary>The log; its file is there from the first call on.</summary>
    public TensorBoardLog Opened => log ??= Open();

    public void Dispose() => log?.Dispose();

    private TensorBoardLog Open()
    {
        var opened = new TensorBoardLog(folder);
        addFile(opened.Path);
        return opened;
    }
}
