namespace GanDsl.Training.Tests;

public class ArraySourceTests
{
    [Fact]
    public void AnEpoch_GivesEverySampleOnce_AsItIs_WithItsLabel()
    {
        var source = new ArraySource<S2>(new float[] { 1.5f, -7, 2.5f, -8, 3.5f, float.MaxValue }, seed: 1, labels: new[] { 4, 0, 2 });
        Assert.Equal((3, 5), (source.Count, source.Classes));
        var seen = source.Batches(1).Select(batch => (batch.Values.Span[0], batch.Values.Span[1], batch.Labels.Span[0])).Order().ToList();
        Assert.Equal([(1.5f, -7, 4), (2.5f, -8, 0), (3.5f, float.MaxValue, 2)], seen);
    }

    [Fact]
    public void AnotherEpoch_HasAnotherOrder_TheSameSeedTheSame()
    {
        var values = Enumerable.Range(0, 200).Select(i => (float)i).ToArray();
        Assert.Equal(Epochs(new ArraySource<S2>(values, seed: 7)), Epochs(new ArraySource<S2>(values, seed: 7)));
        Assert.NotEqual(Epochs(new ArraySource<S2>(values, seed: 7)), Epochs(new ArraySource<S2>(values, seed: 8)));
        var epochs = Epochs(new ArraySource<S2>(values, seed: 7));
        Assert.NotEqual(epochs[..200], epochs[200..]);
    }

    [Fact]
    public void WhatAreNoSamples_IsRefused()
    {
        Assert.Contains(
            "3 numbers are not a whole number of samples of shape (2)",
            Assert.Throws<ArgumentException>(() => new ArraySource<S2>(new float[3], seed: 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "There are 2 samples and 3 labels",
            Assert.Throws<ArgumentException>(() => new ArraySource<S2>(new float[4], seed: 1, labels: new int[3])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "A label is -1; labels count classes from 0.",
            Assert.Throws<ArgumentException>(() => new ArraySource<S2>(new float[4], seed: 1, labels: new[] { 0, -1 })).Message,
            StringComparison.Ordinal);
    }

    private static float[] Epochs(ArraySource<S2> source) =>
        [.. Enumerable.Range(0, 2).SelectMany(_ => source.Batches(10).SelectMany(batch => batch.Values.ToArray()))];
}
