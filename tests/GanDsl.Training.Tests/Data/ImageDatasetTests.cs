namespace GanDsl.Training.Tests;

public sealed class ImageDatasetTests
{
    [Fact]
    public void EveryEpoch_VisitsEveryImageOnce_InAnOrderOfItsOwn()
    {
        var data = Numbered(100, seed: 1);
        var first = Visits(data, 10);
        var second = Visits(data, 10);
        Assert.Equal(Enumerable.Range(0, 100), first.Order());
        Assert.Equal(Enumerable.Range(0, 100), second.Order());
        Assert.NotEqual(first, second);
        Assert.NotEqual(Enumerable.Range(0, 100), first);
    }

    [Fact]
    public void TheOrder_IsTheSeeds_OnEveryMachine()
    {
        Assert.Equal("7 4 1 6 0 5 2 3", string.Join(" ", Visits(Numbered(8, seed: 42), 8)));
        Assert.Equal(Visits(Numbered(100, seed: 7), 10), Visits(Numbered(100, seed: 7), 10));
        Assert.NotEqual(Visits(Numbered(100, seed: 7), 10), Visits(Numbered(100, seed: 8), 10));
    }

    [Fact]
    public void ARun_CanBeTakenUpAtAnyEpoch()
    {
        var whole = Numbered(50, seed: 3);
        var epochs = new[] { Visits(whole, 5), Visits(whole, 5), Visits(whole, 5) };
        var late = Numbered(50, seed: 3);
        late.Epoch = 2;
        Assert.Equal(epochs[2], Visits(late, 5));
        Assert.Equal(3, whole.Epoch);
    }

    [Fact]
    public void AnEpochThatIsLeftEarly_DoesNotChangeTheNext()
    {
        var whole = Numbered(50, seed: 3);
        Visits(whole, 5);
        var early = Numbered(50, seed: 3);
        Assert.Equal(5, early.Batches(5).First().Count);
        Assert.Equal(Visits(whole, 5), Visits(early, 5));
    }

    [Fact]
    public void TheLastPartialBatch_IsDropped()
    {
        var batches = Numbered(23, seed: 1).Batches(5).Select(b => b.Count).ToList();
        Assert.Equal([5, 5, 5, 5], batches);
    }

    [Fact]
    public void BytesBecomeFloats_FromMinusOneToOne()
    {
        var images = new IdxImages("file", 1, 2, 3, new byte[] { 0, 51, 102, 127, 128, 255 });
        var values = new ImageDataset<S1x2x3>(images, seed: 0).Batches(1).Single().Values.ToArray();
        Assert.Equal([-1f, -0.6f, -0.2f, -0.003921569f, 0.003921569f, 1f], values, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal((-1f, 1f), (values[0], values[5]));
    }

    [Fact]
    public void BatchesShareOneBuffer_AndCostNoAllocation()
    {
        var batches = Numbered(10_000, seed: 1).Batches(10).GetEnumerator();
        batches.MoveNext();
        var first = batches.Current.Values;
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (batches.MoveNext()) Assert.True(first.Span == batches.Current.Values.Span);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Labels_GoWithTheirImages_EpochByEpoch()
    {
        var pixels = Enumerable.Range(0, 40 * 6).Select(i => (byte)(i / 6)).ToArray();
        var data = new ImageDataset<S1x2x3>(new IdxImages("file", 40, 2, 3, pixels), seed: 1, [.. Enumerable.Range(0, 40).Select(image => (byte)(image % 7))]);

        Assert.Equal(7, data.Classes);
        foreach (var batches in new[] { data.Batches(5), data.Batches(5), data.Batches(new DataPlace(1, 3, 5, 40, 1)) })
        {
            foreach (var batch in batches)
            {
                for (var i = 0; i < 5; i++) Assert.Equal((int)MathF.Round((batch.Values.Span[i * 6] + 1) * 127.5f) % 7, batch.Labels.Span[i]);
            }
        }
    }

    [Fact]
    public void WithoutLabels_ThereAreNoClasses()
    {
        var data = Numbered(10, seed: 0);
        Assert.Equal(0, data.Classes);
        Assert.True(data.Batches(5).First().Labels.IsEmpty);
    }

    [Fact]
    public void OtherCountsOfLabels_AreRefused()
    {
        var error = Assert.Throws<DataFileException>(() => new ImageDataset<S1x2x3>(new IdxImages("some-file", 2, 2, 3, new byte[12]), seed: 0, new byte[3]));
        Assert.Equal("some-file: expected a label for each of its 2 images, found 3 labels; pass the labels that belong to these images.", error.Message);
        var ofBatch = Assert.Throws<ArgumentException>(() => new HostBatch<S1x2x3>(new float[12], new int[3]));
        Assert.Equal("There are 2 samples and 3 labels; each sample has one, or none has. (Parameter 'labels')", ofBatch.Message);
    }

    [Fact]
    public void PlanesAndVectors_AreShapesOfAnImageToo()
    {
        var images = new IdxImages("file", 1, 2, 3, new byte[6]);
        Assert.Equal(6, new ImageDataset<S2x3>(images, seed: 0).Batches(1).Single().Values.Length);
        Assert.Equal(6, new ImageDataset<S6>(images, seed: 0).Batches(1).Single().Values.Length);
    }

    [Fact]
    public void ImagesOfAnotherSize_AreRefused_WithBothSizes()
    {
        var error = Assert.Throws<DataFileException>(() => new ImageDataset<S1x28x28>(new IdxImages("some-file", 1, 2, 3, new byte[6]), seed: 0));
        Assert.Equal(
            "some-file: expected images for the network's shape (1, 28, 28), found images of 2×3, that is shape (1, 2, 3); "
                + "change the declaration's shape or pass other images.",
            error.Message);
    }

    [Fact]
    public void ImagesOfAsManyPixels_InAnotherShape_AreRefused() =>
        Assert.Throws<DataFileException>(() => new ImageDataset<S3x2x1>(new IdxImages("file", 1, 2, 3, new byte[6]), seed: 0));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(11)]
    public void ABatchOfNoneOrOfMoreThanThereAre_IsRefusedAtOnce(int batchSize)
    {
        var data = Numbered(10, seed: 0);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => data.Batches(batchSize));
        Assert.Contains("pass 1 to 10", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, data.Epoch);
    }

    [Fact]
    public void ARun_CanBeTakenUpInTheMiddleOfAnEpoch()
    {
        var whole = Numbered(23, seed: 3);
        List<int> all = [.. Visits(whole, 5), .. Visits(whole, 5), .. Visits(whole, 5)];
        var place = DataPlace.Start(whole, batchSize: 5);
        for (var batches = 0; batches < 12; batches++)
        {
            var late = Numbered(23, seed: 3);
            Assert.Equal((batches / 4, batches % 4), (place.Epoch, place.Batch));
            List<int> rest = [.. Visits(late.Batches(place))];
            while (rest.Count < all.Count - (5 * batches)) rest.AddRange(Visits(late, 5));
            Assert.Equal(all[(5 * batches)..], rest);
            place = place.Next;
        }
    }

    [Theory]
    [InlineData(23, 4, 0, 0, 5, "The place is in 23 samples in the order of seed 4; these are 23 of seed 3. Continue with the same data and seed, "
        + "or start from the beginning.")]
    [InlineData(24, 3, 0, 0, 5, "The place is in 24 samples in the order of seed 3; these are 23 of seed 3. Continue with the same data and seed, "
        + "or start from the beginning.")]
    [InlineData(23, 3, 0, 4, 5, "There is no batch 4 of 5 in epoch 0 of 23 samples.")]
    [InlineData(23, 3, -1, 0, 5, "There is no batch 0 of 5 in epoch -1 of 23 samples.")]
    [InlineData(23, 3, 0, 0, 24, "There is no batch 0 of 24 in epoch 0 of 23 samples.")]
    public void APlaceInOtherSamples_IsRefused(int samples, long seed, int epoch, int batch, int batchSize, string message)
    {
        var data = Numbered(23, seed: 3);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => data.Batches(new DataPlace(epoch, batch, batchSize, samples, seed))).Message);
        Assert.Equal(0, data.Epoch);
    }

    [Fact]
    public void AStart_WithABatchOfMoreThanThereAre_IsRefused() =>
        Assert.Contains(
            "A batch of 11 cannot be drawn from 10 samples; pass 1 to 10.",
            Assert.Throws<ArgumentOutOfRangeException>(() => DataPlace.Start(Numbered(10, seed: 0), 11)).Message,
            StringComparison.Ordinal);

    /// <summary>Images whose first two pixels are their number.</summary>
    private static ImageDataset<S1x2x3> Numbered(int count, long seed)
    {
        var pixels = new byte[count * 6];
        for (var i = 0; i < count; i++) (pixels[i * 6], pixels[(i * 6) + 1]) = ((byte)(i / 256), (byte)(i % 256));
        return new ImageDataset<S1x2x3>(new IdxImages("file", count, 2, 3, pixels), seed);
    }

    private static List<int> Visits(ImageDataset<S1x2x3> data, int batchSize) => Visits(data.Batches(batchSize));

    private static List<int> Visits(IEnumerable<HostBatch<S1x2x3>> batches)
    {
        var visits = new List<int>();
        foreach (var batch in batches)
        {
            for (var i = 0; i < batch.Count; i++) visits.Add((Level(batch.Values.Span[i * 6]) * 256) + Level(batch.Values.Span[(i * 6) + 1]));
        }

        return visits;
    }

    private static int Level(float value) => (int)MathF.Round((value + 1) * 127.5f);
}
