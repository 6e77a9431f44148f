using System.Globalization;
using System.Security.Cryptography;

namespace GanDsl.Training;

/// <summary>A folder for a run's checkpoints: it keeps the last few and the best.</summary>
/// <remarks>
/// A checkpoint is two files. The tensors are written first, the manifest with their checksum last, each under a temporary name, flushed and renamed: a process
/// killed at any moment, a full disk or a power cut leaves the earlier ones unchanged.
/// </remarks>
public sealed class CheckpointFolder
{
    private readonly string folder;
    private readonly int keep;
    private readonly bool lowerIsBetter;

    // Written or read by this object, so whole: a folder's older ones are read before they are removed.
    private readonly HashSet<CheckpointName> whole = [];

    private CheckpointFolder(string folder, int keep, bool lowerIsBetter)
    {
        this.folder = folder;
        this.keep = keep;
        this.lowerIsBetter = lowerIsBetter;
    }

    /// <summary>Creates the folder, checks that it is writable, and removes partial files of a killed process.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="keep">How many of the last checkpoints are kept, at least 1; the best is kept as well.</param>
    /// <param name="lowerIsBetter">Whether the best is the one with the smallest metric, as of a divergence, or the one with the largest.</param>
    /// <exception cref="DataFileException">It cannot be written to.</exception>
    public static CheckpointFolder Open(string path, int keep = 3, bool lowerIsBetter = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        var folder = WritableFolder.Make(path, "a folder for checkpoints", "choose another");
        foreach (var file in CheckpointName.Unfinished(folder).ToList()) Delete(file);
        return new CheckpointFolder(folder, keep, lowerIsBetter);
    }

    /// <summary>The newest complete checkpoint; see <see cref="Checkpoint.Newest"/>.</summary>
    /// <param name="fits">A game that it must fit, too; null for any.</param>
    /// <exception cref="DataFileException">There are checkpoints, but not one that is whole and fits.</exception>
    public Checkpoint? Newest(IGan? fits = null) => Checkpoint.Newest(folder, fits);

    /// <summary>
    /// Writes a checkpoint, then removes those that are neither among the last nor the best. One that is damaged, unreadable or of a newer format is neither
    /// counted nor removed.
    /// </summary>
    /// <param name="gan">The game. Waits for its device.</param>
    /// <param name="data">The run's position in its data.</param>
    /// <param name="metric">The game's metric.</param>
    /// <returns>The manifest's file.</returns>
    /// <exception cref="DataFileException">It cannot be written, for example because the disk is full; earlier ones are unchanged.</exception>
    public string Save(IGan gan, DataPlace? data = null, Metric? metric = null) => Save(gan, data, metric, _ => { });

    /// <summary>The same.</summary>
    /// <param name="gan">The game.</param>
    /// <param name="data">The run's position in its data.</param>
    /// <param name="metric">The game's metric.</param>
    /// <param name="naming">Called with the name before anything is written.</param>
    internal string Save(IGan gan, DataPlace? data, Metric? metric, Action<CheckpointName> naming)
    {
        ArgumentNullException.ThrowIfNull(gan);
        var state = gan.State();
        var serial = CheckpointName.In(folder).Concat(CheckpointName.TensorsIn(folder)).Select(name => name.Serial).DefaultIfEmpty(0).Max() + 1;
        var name = new CheckpointName(serial, gan.Steps);
        var (tensors, path) = (name.Tensors(folder), name.Manifest(folder));
        naming(name);
        try
        {
            Safetensors.Write(tensors, state);
            var (bytes, hash) = Measure(tensors);
            var manifest = new CheckpointManifest(
                gan.Steps, DateTimeOffset.UtcNow, (gan.GetType().DeclaringType ?? gan.GetType()).FullName!, gan.DeviceName, DeclarationText.Of(gan), data,
                metric, PackageVersions.Of(gan), Path.GetFileName(tensors), bytes, hash);
            AtomicFile.Write(path, stream => stream.Write(manifest.ToJson()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Delete(path);
            Delete(tensors);
            throw new DataFileException(
                folder,
                string.Create(CultureInfo.InvariantCulture, $"room for the {Safetensors.Length(state):N0} bytes of {name} in a folder that can be written to"),
                e.Message.TrimEnd('.'), "make room; the checkpoints before it are whole", e);
        }

        whole.Add(name);
        Prune();
        return path;
    }

    private static (long Bytes, string Hash) Measure(string path)
    {
        using var file = File.OpenRead(path);
        return (file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    private void Prune()
    {
        var all = CheckpointName.In(folder);
        var best = Best(all);
        var last = 0;
        foreach (var name in all)
        {
            if (name == best || !IsWhole(name) || last++ < keep) continue;

            // The manifest first: tensors without a manifest are not a checkpoint, a manifest without tensors is a damaged one.
            Delete(name.Manifest(folder));
            Delete(name.Tensors(folder));
        }

        foreach (var name in CheckpointName.TensorsIn(folder).Where(name => !File.Exists(name.Manifest(folder)))) Delete(name.Tensors(folder));
    }

    private bool IsWhole(CheckpointName name)
    {
        if (whole.Contains(name)) return true;
        try
        {
            Checkpoint.Verify(name.Manifest(folder));
            return whole.Add(name);
        }
        catch (DataFileException)
        {
            return false;
        }
    }

    private CheckpointName? Best(List<CheckpointName> all)
    {
        CheckpointName? best = null;
        var least = double.PositiveInfinity;
        foreach (var name in all)
        {
            // Newest first, so the newest of equals.
            if (MetricOf(name) is not { } metric || (lowerIsBetter ? metric : -metric) >= least) continue;
            (best, least) = (name, lowerIsBetter ? metric : -metric);
        }

        return best;
    }

    private double? MetricOf(CheckpointName name)
    {
        try
        {
            return CheckpointManifest.Read(name.Manifest(folder)).Metric?.Value;
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    // What cannot be removed now is removed after the next checkpoint; the one just written is not affected.
    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
