using System.Globalization;
using GanDsl.Training.Tests.Checkpoints;

namespace GanDsl.Training.Tests;

/// <summary>
/// What a test runs as a process of its own: `train FOLDER STEPS` trains a game and writes checkpoints, from where the last process was ended, and tells each
/// step.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is not ["train", var folder, var steps]) return 2;
        SmallRun.Train(folder, long.Parse(steps, CultureInfo.InvariantCulture), step =>
        {
            Console.WriteLine(step.ToString(CultureInfo.InvariantCulture));
            Console.Out.Flush();
        });
        return 0;
    }
}
