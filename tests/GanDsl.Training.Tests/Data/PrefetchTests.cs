namespace GanDsl.Training.Tests;

public sealed class PrefetchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void TheBatches_AreTheSame_InTheSameOrder(int ahead) =>
        Assert.Equal(Enumerable.Range(0, 20), Prefetch.Of(Numbers(20), ahead).Select(batch => (int)batch.Values.Span[5]));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Labels_StayWithTheirBatch(int ahead) =>
        Assert.All(Prefetch.Of(Labelled(20), ahead), batch => Assert.Equal((int)batch.Values.Span[0], Assert.Single(batch.Labels.ToArray())));

    [Fact]
    public async Task NoMoreAreMade_ThanWaitAndAreInTheMaking()
    {
        var made = 0;
        using var batches = Prefetch.Of(Numbers(100, _ => Interlocked.Increment(ref made)), ahead: 3).GetEnumerator();
        for (var taken = 1; taken <= 5; taken++)
        {
            Assert.True(batches.MoveNext());

            // Those taken, three that wait, one that was made and finds no room.
            await Until(() => Volatile.Read(ref made) == taken + 4);
            await Task.Delay(50);
            Assert.Equal(taken + 4, Volatile.Read(ref made));
        }
    }

    [Fact]
    public async Task WhoLeavesEarly_LeavesNoThreadBehind()
    {
        var ended = false;
        Assert.Equal(6, Prefetch.Of(Numbers(1_000_000, _ => { }, () => ended = true), ahead: 2).First().Values.Length);
        await Until(() => Volatile.Read(ref ended));
    }

    [Fact]
    public void WhatTheSourceThrows_IsThrown_AfterTheBatchesBeforeIt()
    {
        var taken = new List<int>();
        var error = Assert.Throws<NotSupportedException>(() =>
        {
            foreach (var batch in Prefetch.Of(Numbers(10, i => { if (i == 4) throw new NotSupportedException("damaged"); }), ahead: 2))
                taken.Add((int)batch.Values.Span[0]);
        });
        Assert.Equal("damaged", error.Message);
        Assert.Equal([0, 1, 2, 3], taken);
    }

    [Theory]
    [InlineData(20, 0, true)]
    [InlineData(0, 20, false)]
    public void WhereItPays_AThreadMakesThem_AndElsewhereNone(int making, int inUse, bool pays)
    {
        var (makers, taken) = (new List<int>(), new List<int>());
        foreach (var batch in Prefetch.WhereItPays(Numbers(12, _ => { makers.Add(Environment.CurrentManagedThreadId); if (making > 0) Thread.Sleep(making); })))
        {
            taken.Add((int)batch.Values.Span[5]);
            Thread.Sleep(inUse);
        }

        Assert.Equal(Enumerable.Range(0, 12), taken);
        Assert.All(makers.Take(6), maker => Assert.Equal(Environment.CurrentManagedThreadId, maker));
        Assert.All(makers.Skip(6), maker => Assert.Equal(pays, maker != Environment.CurrentManagedThreadId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public void WhereItPays_FewBatches_AreAllOfThem(int count) =>
        Assert.Equal(Enumerable.Range(0, count), Prefetch.WhereItPays(Numbers(count)).Select(batch => (int)batch.Values.Span[5]));

    [Fact]
    public void LessThanNone_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Prefetch.Of(Numbers(1), ahead: -1));

    // Like data sets, the source has one buffer.
    private static IEnumerable<HostBatch<S6>> Numbers(int count, Action<int>? made = null, Action? ended = null)
    {
        try
        {
            var buffer = new float[6];
            for (var i = 0; i < count; i++)
            {
                Array.Fill(buffer, i);
                made?.Invoke(i);
                yield return new HostBatch<S6>(buffer);
            }
        }
        finally
        {
            ended?.Invoke();
        }
    }

    private static IEnumerable<HostBatch<S6>> Labelled(int count)
    {
        var (buffer, labels) = (new float[6], new int[1]);
        for (var i = 0; i < count; i++)
        {
            Array.Fill(buffer, labels[0] = i);
            yield return new HostBatch<S6>(buffer, labels);
        }
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 1_000 && !holds(); tries++) await Task.Delay(10);
        Assert.True(holds());
    }
}
