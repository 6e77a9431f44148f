using System.Globalization;

namespace GanDsl.Training;

/// <summary>A run's position in its data.</summary>
/// <param name="Epoch">The epoch, from 0.</param>
/// <param name="Batch">The number of batches taken.</param>
/// <param name="BatchSize">Samples per batch.</param>
/// <param name="Samples">How many samples there are.</param>
/// <param name="Seed">The seed of the epochs' orders.</param>
public sealed record DataPlace(int Epoch, int Batch, int BatchSize, int Samples, long Seed)
{
    /// <summary>By what the data are known again; null where by nothing, as in checkpoints of earlier versions.</summary>
    public DataIdentity? Identity { get; init; }

    /// <summary>The beginning of some data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="batchSize">Samples per batch, from 1 to as many as there are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1 or more than there are.</exception>
    public static DataPlace Start<TShape>(IBatchSource<TShape> data, int batchSize)
        where TShape : struct, IShape
    {
        ArgumentNullException.ThrowIfNull(data);
        if (batchSize < 1 || batchSize > data.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize),
                string.Create(CultureInfo.InvariantCulture, $"A batch of {batchSize} cannot be drawn from {data.Count} samples; pass 1 to {data.Count}."));
        }

        return new DataPlace(0, 0, batchSize, data.Count, data.Seed) { Identity = data.Identity };
    }

    /// <summary>How many batches an epoch has; a last one of fewer samples is dropped.</summary>
    public int BatchesAnEpoch => Samples / BatchSize;

    /// <summary>The next batch; at the end of an epoch, the start of the next.</summary>
    public DataPlace Next => Batch + 1 < BatchesAnEpoch ? this with { Batch = Batch + 1 } : this with { Epoch = Epoch + 1, Batch = 0 };

    /// <summary>Throws where the position is in other samples.</summary>
    /// <param name="samples">How many samples there are.</param>
    /// <param name="seed">The seed of their epochs' orders.</param>
    /// <param name="identity">Their identity; null: only the two are compared.</param>
    /// <exception cref="ArgumentException">The position is in other samples, or in none.</exception>
    public void CheckIn(int samples, long seed, DataIdentity? identity = null)
    {
        var difference = Identity is null ? null : identity?.DifferenceFrom(Identity);
        if (samples != Samples || seed != Seed)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The place is in {Samples} samples in the order of seed {Seed}; these are {samples} of seed {seed}"
                    + $"{(difference is null ? null : $", and {difference}")}. Continue with the same data and seed, or start from the beginning."));
        }

        if (difference is not null)
        {
            throw new ArgumentException(
                $"The place is in other samples, as many and of the same seed: {difference}. Continue with the same data, or start from the beginning.");
        }

        if (BatchSize < 1 || BatchSize > Samples || Epoch < 0 || Batch < 0 || Batch >= BatchesAnEpoch)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There is no batch {Batch} of {BatchSize} in epoch {Epoch} of {Samples} samples."));
        }
    }

    /// <summary><c>epoch 1, batch 2 of 4</c>, counted from 0.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"epoch {Epoch}, batch {Batch} of {BatchesAnEpoch}");
}
