using System.Globalization;

namespace GanDsl;

/// <summary>The classes of N samples, each a number from 0 to classes − 1: what conditional networks and games take besides samples or latents.</summary>
/// <typeparam name="TClasses">The shape of a label's one-hot row: <c>Labels&lt;S10&gt;</c> are labels of ten classes.</typeparam>
public readonly struct Labels<TClasses>
    where TClasses : struct, IShape
{
    /// <summary>Wraps labels, without copying them.</summary>
    /// <param name="values">One per sample, from 0 to classes − 1; at least one.</param>
    /// <exception cref="ArgumentException">There are none, or one is out of range.</exception>
    public Labels(ReadOnlyMemory<int> values)
    {
        if (values.IsEmpty) throw new ArgumentException("There are no labels; pass one per sample.", nameof(values));
        var labels = values.Span;
        for (var i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] < (uint)TClasses.Elements) continue;
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Label {labels[i]} of sample {i} is out of range: there are {TClasses.Elements} classes, from 0 to {TClasses.Elements - 1}."),
                nameof(values));
        }

        Values = values;
    }

    /// <summary>N, the number of labels.</summary>
    public int Count => Values.Length;

    /// <summary>The labels, one per sample.</summary>
    public ReadOnlyMemory<int> Values { get; }

    /// <summary>The same label for a number of samples.</summary>
    /// <param name="label">From 0 to classes − 1.</param>
    /// <param name="count">How many samples there are, at least 1.</param>
    /// <exception cref="ArgumentException">The label is out of range, or the count less than 1.</exception>
    public static Labels<TClasses> All(int label, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var values = new int[count];
        Array.Fill(values, label);
        return new Labels<TClasses>(values);
    }

    /// <summary>1 at each label and 0 elsewhere: (N, classes) row by row.</summary>
    /// <param name="samples">How many samples the labels are for.</param>
    /// <exception cref="ArgumentException">There are not as many labels.</exception>
    internal float[] OneHot(int samples)
    {
        // Named after the parameter of Forward and Step.
        if (samples != Count)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {samples} samples and {Count} labels; each sample has one."), "labels");
        var rows = new float[samples * TClasses.Elements];
        var labels = Values.Span;
        for (var i = 0; i < labels.Length; i++) rows[(i * TClasses.Elements) + labels[i]] = 1;
        return rows;
    }
}
