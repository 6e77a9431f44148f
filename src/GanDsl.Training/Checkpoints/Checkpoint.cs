using System.Globalization;
using System.Security.Cryptography;

namespace GanDsl.Training;

/// <summary>A game as it was after a step, read from a folder and verified: every checksum is correct.</summary>
public sealed class Checkpoint
{
    private const string Kind = "a checkpoint's tensors";
    private const string Remedy = "take the checkpoint before it";

    private readonly CheckpointManifest manifest;
    private readonly IReadOnlyList<NamedTensor> tensors;

    private Checkpoint(string path, CheckpointManifest manifest, IReadOnlyList<NamedTensor> tensors)
    {
        Path = path;
        this.manifest = manifest;
        this.tensors = tensors;
    }

    /// <summary>The manifest's file.</summary>
    public string Path { get; }

    /// <summary>The number of steps before it was written.</summary>
    public long Step => manifest.Step;

    /// <summary>When it was written.</summary>
    public DateTimeOffset Written => manifest.Written;

    /// <summary>The game's device.</summary>
    public string Device => manifest.Device;

    /// <summary>The run's position in its data; null if unknown.</summary>
    public DataPlace? Data => manifest.Data;

    /// <summary>The game's metric; null if unknown.</summary>
    public Metric? Metric => manifest.Metric;

    /// <summary>The versions of the packages and of the runtime that wrote it.</summary>
    public IReadOnlyDictionary<string, string> Versions => manifest.Versions;

    /// <summary>The checkpoints that are newer than this one and could not be used, the newest first, and why.</summary>
    public IReadOnlyList<DataFileException> PassedOver { get; private init; } = [];

    /// <summary>Reads a checkpoint and verifies that it is complete.</summary>
    /// <param name="path">Its manifest.</param>
    /// <exception cref="DataFileException">A file is missing, unreadable, truncated or damaged, or of a newer format.</exception>
    public static Checkpoint Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return ReadWhole(path);
        }
        catch (IOException e) when (e is not DataFileException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>Throws where a checkpoint is not complete.</summary>
    internal static void Verify(string path)
    {
        try
        {
            VerifyTensors(path, CheckpointManifest.Read(path));
        }
        catch (IOException e) when (e is not DataFileException)
        {
            throw Unreadable(path, e);
        }
    }

    private static Checkpoint ReadWhole(string path)
    {
        var manifest = CheckpointManifest.Read(path);
        return new Checkpoint(path, manifest, Safetensors.Read(VerifyTensors(path, manifest)).Tensors);
    }

    private static DataFileException Unreadable(string path, IOException e) =>
        new(path, "a checkpoint", $"a read error ({e.Message.TrimEnd('.')})", "check the disk, or " + Remedy, e);

    private static string VerifyTensors(string path, CheckpointManifest manifest)
    {
        var tensors = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!, manifest.TensorFile);
        using var file = InputFile.Open(tensors, Kind);
        if (file.Length != manifest.TensorBytes)
        {
            throw new DataFileException(
                tensors, string.Create(CultureInfo.InvariantCulture, $"{manifest.TensorBytes} bytes"),
                string.Create(CultureInfo.InvariantCulture, $"{file.Length}, it is {(file.Length < manifest.TensorBytes ? "truncated" : "too long")}"),
                Remedy);
        }

        return Convert.ToHexStringLower(SHA256.HashData(file)) == manifest.TensorHash
            ? tensors
            : throw new DataFileException(tensors, "the checksum that its manifest says", "another one: it is damaged", Remedy);
    }

    /// <summary>The newest complete checkpoint of a folder; newer ones that are not are in <see cref="PassedOver"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fits">A game that it must fit; null for any.</param>
    /// <returns>Null where there is none: no folder, or nothing in it.</returns>
    /// <exception cref="DataFileException">There are checkpoints, but not one that is whole and fits.</exception>
    public static Checkpoint? Newest(string folder, IGan? fits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var passedOver = new List<DataFileException>();
        foreach (var name in CheckpointName.In(folder))
        {
            try
            {
                var checkpoint = Read(name.Manifest(folder));
                if (fits is not null) checkpoint.Check(fits);
                return new Checkpoint(checkpoint.Path, checkpoint.manifest, checkpoint.tensors) { PassedOver = passedOver };
            }
            catch (DataFileException e)
            {
                passedOver.Add(e);
            }
        }

        if (passedOver.Count == 0) return null;
        throw new DataFileException(
            folder,
            "a checkpoint that is whole" + (fits is null ? string.Empty : " and fits the game"),
            string.Create(
                CultureInfo.InvariantCulture, $"{passedOver.Count} that cannot be used: {string.Join("; ", passedOver.Select(e => e.Message.TrimEnd('.')))}"),
            "start again in another folder",
            passedOver[0]);
    }

    /// <summary>
    /// Loads this state into a game: weights, statistics, averages, optimisers, counters, random numbers. It continues bit for bit on the same device, see
    /// <see cref="IGan.State"/>.
    /// </summary>
    /// <param name="gan">A game of the same declaration.</param>
    /// <param name="ownRandomNumbers">Whether it keeps its own random numbers, as a game on another backend must.</param>
    /// <exception cref="DataFileException">The game is of another architecture; it is unchanged.</exception>
    public void Load(IGan gan, bool ownRandomNumbers = false)
    {
        ArgumentNullException.ThrowIfNull(gan);
        Check(gan);
        try
        {
            gan.Load(ownRandomNumbers ? [.. tensors.Where(tensor => !tensor.Name.StartsWith("random.", StringComparison.Ordinal))] : tensors);
        }
        catch (ArgumentException e)
        {
            throw new DataFileException(
                Path,
                $"a checkpoint of a game on {gan.DeviceName}",
                $"one of a game on {Device} ({e.Message.Split(" (Parameter", 2)[0].TrimEnd('.')})",
                "let the game draw its own random numbers (--own-random-numbers, ownRandomNumbers), or go on with the device that it is from",
                e);
        }
    }

    /// <summary>
    /// How the declaration of a game differs from that of the game that wrote this, one line for each difference, where both have the same tensors:
    /// <c>G: ReLU became LeakyReLU</c>. Such a game can go on from here, but is another one.
    /// </summary>
    /// <param name="gan">The game.</param>
    public IReadOnlyList<string> ChangesIn(IGan gan)
    {
        ArgumentNullException.ThrowIfNull(gan);
        return DeclarationText.Of(gan).ChangesFrom(manifest.Declaration);
    }

    /// <summary>Throws where this does not fit a game, or holds what no game can have: nothing is loaded.</summary>
    private void Check(IGan gan)
    {
        if (Architecture.Misfit(gan.State(), tensors) is { } misfit)
        {
            throw new DataFileException(
                Path, "a checkpoint of this game's architecture", $"another one's: {misfit}",
                "load it into the declaration that it is of, or start again in another folder");
        }

        if (StateSense.Find(tensors) is { } nonsense)
            throw new DataFileException(Path, "the state of a game", nonsense, Remedy);
    }
}
