using System.Globalization;

namespace GanDsl.Training;

/// <summary>One walk through a folder of pictures and the folders in it; nothing is opened.</summary>
internal sealed class PictureWalk
{
    private const int Examples = 3;

    private readonly string root;
    private readonly string realRoot;
    private readonly OnDamage onDamage;
    private readonly List<string> names = [];
    private readonly List<string> folders = [];
    private readonly List<LeftOut> leftOut = [];
    private readonly HashSet<string> walked = new(StringComparer.Ordinal);

    private PictureWalk(string folder, OnDamage onDamage)
    {
        (root, realRoot, this.onDamage) = (folder, RealPath.Of(folder), onDamage);
        walked.Add(realRoot);
        Walk(new DirectoryInfo(folder), string.Empty, realRoot);
        Names = [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>The pictures, each as its path from the folder with slashes, in the order of these, the same on every machine.</summary>
    public string[] Names { get; }

    /// <summary>The folders that are directly in the folder, and links to nothing, which may lead to such; in the order of their names.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary>Everything else.</summary>
    public IReadOnlyList<LeftOut> LeftOut => leftOut;

    /// <summary>What a user would miss of it, one line for each reason; no line for files that are no pictures.</summary>
    public IEnumerable<string> Warnings => leftOut.Where(other => other.Reason != LeftOutReason.NoPicture).GroupBy(other => other.Reason).Select(group =>
        string.Create(CultureInfo.InvariantCulture, $"{root}: {group.Count()} left out, {Text(group.Key)}: {Some([.. group])}."));

    /// <exception cref="DataFileException">There is no such folder, or it has no pictures.</exception>
    public static PictureWalk Of(string folder, OnDamage onDamage)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
            throw new DataFileException(folder, "a folder of pictures", File.Exists(folder) ? "a file" : "no such folder", "check the path");
        var walk = new PictureWalk(folder, onDamage);
        return walk.Names.Length > 0
            ? walk
            : throw new DataFileException(folder, $"pictures ({PictureKinds.Read})", "none" + walk.OthersIn(string.Empty), "pass the folder that they are in");
    }

    /// <summary>The pictures of other kinds in a folder, for a message about one that has no pictures; empty where there are none.</summary>
    /// <param name="start">What the names of the folder's files begin with.</param>
    public string OthersIn(string start)
    {
        if (leftOut.Any(other => other.Reason == LeftOutReason.Nothing && start == other.Name + '/')) return " but a link to nothing";
        LeftOut[] others = [.. leftOut.Where(other => other.Reason == LeftOutReason.OtherKind && other.Name.StartsWith(start, StringComparison.Ordinal))];
        return others.Length == 0
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $" but {others.Length} of kinds that are not read ({Some(others)})");
    }

    private static string Some(LeftOut[] group) =>
        string.Join(", ", group.Take(Examples).Select(other => other.Name)) + (group.Length > Examples ? ", …" : string.Empty);

    private static string Text(LeftOutReason reason) => reason switch
    {
        LeftOutReason.OtherKind => $"of kinds that are not read; {PictureKinds.Read} are",
        LeftOutReason.Hidden => "hidden or a system's",
        LeftOutReason.Again => "links to folders whose pictures are taken already",
        LeftOutReason.Nothing => "links to nothing",
        _ => "folders that cannot be read",
    };

    private void Walk(DirectoryInfo folder, string name, string real)
    {
        foreach (var entry in Entries(folder, name).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var entryName = name.Length == 0 ? entry.Name : $"{name}/{entry.Name}";
            if (entry is DirectoryInfo inner)
            {
                var realInner = entry.LinkTarget is null ? Path.Combine(real, entry.Name) : RealPath.Of(entry.FullName);
                if (PictureKinds.IsHidden(entry)) Leave(entryName, LeftOutReason.Hidden);
                else if (IsWalkedElsewhere(entry, realInner) || !walked.Add(realInner)) Leave(entryName, LeftOutReason.Again);
                else Enter(inner, entryName, realInner);
            }
            else if (PictureKinds.IsRead(entry.Name) || PictureKinds.IsOther(entry.Name))
            {
                if (PictureKinds.IsHidden(entry)) Leave(entryName, LeftOutReason.Hidden);
                else if (PictureKinds.IsRead(entry.Name)) names.Add(entryName);
                else Leave(entryName, LeftOutReason.OtherKind);
            }
            else if (!PictureKinds.IsHidden(entry) && IsLinkToNothing(entry))
            {
                if (name.Length == 0) folders.Add(entryName);
                Leave(entryName, LeftOutReason.Nothing);
            }
            else
            {
                Leave(entryName, LeftOutReason.NoPicture);
            }
        }
    }

    private static bool IsLinkToNothing(FileSystemInfo entry)
    {
        try
        {
            return entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true };
        }
        catch (IOException)
        {
            // Links in a circle.
            return true;
        }
    }

    /// <summary>Links into the folder lead to pictures that are there anyway; links to a folder around it would never end.</summary>
    private bool IsWalkedElsewhere(FileSystemInfo entry, string real) =>
        entry.LinkTarget is not null && (RealPath.IsInside(real, realRoot) || RealPath.IsInside(realRoot, real));

    private void Enter(DirectoryInfo folder, string name, string real)
    {
        if (!name.Contains('/')) folders.Add(name);
        Walk(folder, name, real);
    }

    private void Leave(string name, LeftOutReason reason) => leftOut.Add(new LeftOut(name, reason));

    private FileSystemInfo[] Entries(DirectoryInfo folder, string name)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (onDamage == OnDamage.Stop || name.Length == 0)
            {
                throw new DataFileException(
                    folder.FullName, "a folder of pictures", $"one that cannot be read ({e.Message.TrimEnd('.')})", "check its permissions", e);
            }

            Leave(name, LeftOutReason.Unreadable);
            return [];
        }
    }
}
