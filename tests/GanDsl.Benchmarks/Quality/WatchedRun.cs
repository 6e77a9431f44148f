using FashionMnist;
using GanDsl.Torch;
using GanDsl.Training;
using Spectre.Console;

namespace GanDsl.Benchmarks.Quality;

/// <summary>
/// The game of samples/FashionMnist in a <see cref="TrainingRun{TShape}"/> with everything on: progress, table, events, a grid and a checkpoint an epoch, a
/// report.
/// </summary>
public static class WatchedRun
{
    /// <summary>Trains for so many steps in a folder of its own, which is removed.</summary>
    /// <param name="images">What it learns from.</param>
    /// <param name="batch">Samples a step.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="seed">Of weights, noise and the images' order.</param>
    /// <param name="watch">Called with each report.</param>
    public static void Play(IdxImages images, int batch, long steps, long seed, Action<RunStatus>? watch = null)
    {
        var folder = Directory.CreateTempSubdirectory("gandsl-overhead-");
        try
        {
            using var gan = new ClothingGan.Torch(seed);
            var events = new TensorBoardLog(Path.Combine(folder.FullName, "events"));
            using var lines = new StringWriter();
            var run = new TrainingRun<S1x28x28>(gan, new ImageDataset<S1x28x28>(images, seed), new RunOptions(folder.FullName, batch)
            {
                Steps = steps,
                OnReport = status =>
                {
                    events.Write(status.Report);
                    watch?.Invoke(status);
                },
            });
            run.Train(RunProgress.For(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(lines) }), lines));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
