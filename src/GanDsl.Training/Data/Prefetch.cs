using System.Collections.Concurrent;
using System.Diagnostics;

namespace GanDsl.Training;

/// <summary>Prepares batches on another thread while the game works on earlier ones.</summary>
public static class Prefetch
{
    /// <summary>How many wait where prefetching pays off.</summary>
    private const int Ahead = 2;

    /// <summary>How many batches are measured to find out.</summary>
    private const int Trials = 6;

    /// <summary>
    /// The smallest ratio of a batch's preparation to its use that pays off: measured at 60 ms per step on two cores, a thread costs 1.8 % of it.
    /// </summary>
    private const double LeastShare = 0.03;

    /// <summary>The same batches in the same order, some of them ahead of time.</summary>
    /// <param name="batches">The batches; they are enumerated on another thread, and copied.</param>
    /// <param name="ahead">How many wait at most, which bounds the memory: two more are in preparation and in use. 0: none, and no thread.</param>
    /// <param name="stop">Ends the batches at once, even where the source has not finished the next one.</param>
    /// <returns>A batch is valid until the next one is taken. An exception of the source is thrown when its batch is requested.</returns>
    public static IEnumerable<HostBatch<TShape>> Of<TShape>(IEnumerable<HostBatch<TShape>> batches, int ahead, CancellationToken stop = default)
        where TShape : struct, IShape
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 0);
        return ahead == 0 ? InTurn(batches, stop) : Enumerate(batches, ahead, stop);
    }

    /// <summary>
    /// The same batches in the same order, ahead of time where that pays off: the first ones are timed in preparation and in use. Cheap batches cost more on a
    /// thread that takes a core from the game.
    /// </summary>
    /// <param name="batches">The batches.</param>
    /// <param name="stop">Ends the batches at once, even where the source has not finished the next one.</param>
    /// <returns>A batch is valid until the next one is taken. An exception of the source is thrown when its batch is requested.</returns>
    public static IEnumerable<HostBatch<TShape>> WhereItPays<TShape>(IEnumerable<HostBatch<TShape>> batches, CancellationToken stop = default)
        where TShape : struct, IShape
    {
        ArgumentNullException.ThrowIfNull(batches);
        return Try(batches, stop);
    }

    private static IEnumerable<HostBatch<TShape>> Try<TShape>(IEnumerable<HostBatch<TShape>> batches, CancellationToken stop)
        where TShape : struct, IShape
    {
        using var source = new BatchTurns<TShape>(batches, stop);
        var (making, inUse) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var trial = 0; trial < Trials; trial++)
        {
            if (!source.MoveNext()) yield break;
            var made = Stopwatch.GetTimestamp();
            yield return source.Current;

            // The shortest times: other load on the machine makes them longer.
            making = Shorter(making, source.MadeIn);
            inUse = Shorter(inUse, Stopwatch.GetElapsedTime(made));
        }

        var rest = Rest(source);
        foreach (var batch in making > LeastShare * inUse ? Enumerate(rest, Ahead, stop) : rest) yield return batch;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static IEnumerable<HostBatch<TShape>> Rest<TShape>(BatchTurns<TShape> source)
        where TShape : struct, IShape
    {
        while (source.MoveNext()) yield return source.Current;
    }

    private static IEnumerable<HostBatch<TShape>> Enumerate<TShape>(IEnumerable<HostBatch<TShape>> batches, int ahead, CancellationToken stop)
        where TShape : struct, IShape
    {
        // Neither is disposed: where the consumer does not wait for it, the thread still uses them.
        var ready = new BlockingCollection<Copy>(ahead);
        var left = new CancellationTokenSource();
        var used = new ConcurrentBag<Copy>();
        var making = Task.Factory.StartNew(
            () => Make(batches, ready, used, left.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (Take(ready, stop) is { } copy)
            {
                yield return new HostBatch<TShape>(copy.Values, copy.Labels, copy.Sources);
                used.Add(copy);
            }

            if (!stop.IsCancellationRequested) making.GetAwaiter().GetResult();
        }
        finally
        {
            // A consumer that leaves early leaves no running thread, unless it may not wait, and gets none of its later exceptions.
            left.Cancel();
            var ended = making.ContinueWith(task => _ = task.Exception, TaskScheduler.Default);
            if (!stop.IsCancellationRequested) ended.Wait(CancellationToken.None);
        }
    }

    private static IEnumerable<HostBatch<TShape>> InTurn<TShape>(IEnumerable<HostBatch<TShape>> batches, CancellationToken stop)
        where TShape : struct, IShape
    {
        using var turns = new BatchTurns<TShape>(batches, stop);
        while (turns.MoveNext()) yield return turns.Current;
    }

    private static Copy? Take(BlockingCollection<Copy> ready, CancellationToken stop)
    {
        try
        {
            return ready.TryTake(out var copy, Timeout.Infinite, stop) ? copy : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static void Make<TShape>(IEnumerable<HostBatch<TShape>> batches, BlockingCollection<Copy> ready, ConcurrentBag<Copy> used, CancellationToken stop)
        where TShape : struct, IShape
    {
        try
        {
            foreach (var batch in batches)
            {
                var copy = used.TryTake(out var old) && old.Values.Length == batch.Values.Length && old.Labels.Length == batch.Labels.Length
                    && old.Sources.Length == batch.Sources.Length
                    ? old
                    : new Copy(new float[batch.Values.Length], new int[batch.Labels.Length], new float[batch.Sources.Length]);
                batch.Values.CopyTo(copy.Values);
                batch.Labels.CopyTo(copy.Labels);
                batch.Sources.CopyTo(copy.Sources);
                ready.Add(copy, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            ready.CompleteAdding();
        }
    }

    private sealed record Copy(float[] Values, int[] Labels, float[] Sources);
}
