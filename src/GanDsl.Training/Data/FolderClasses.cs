namespace GanDsl.Training;

/// <summary>Labels from the folders that pictures are in.</summary>
internal static class FolderClasses
{
    /// <summary>The label of each picture: the index of its folder among those directly in the walked one.</summary>
    /// <param name="folder">The walked folder.</param>
    /// <param name="walk">What is in it.</param>
    /// <param name="allowEmpty">Whether a class may be without pictures.</param>
    /// <param name="empty">The classes that are.</param>
    /// <exception cref="DataFileException">A picture is in none of the folders, or a folder has no pictures and may not be without.</exception>
    public static int[] LabelsOf(string folder, PictureWalk walk, bool allowEmpty, out IReadOnlyList<string> empty)
    {
        var numbers = walk.Folders.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        int[] labels = [.. walk.Names.Select(name => numbers[ClassOf(folder, name)])];
        empty = [.. walk.Folders.Except(labels.Distinct().Select(label => walk.Folders[label]))];
        return empty.Count == 0 || allowEmpty
            ? labels
            : throw new DataFileException(
                Path.Combine(folder, empty[0]), "pictures in the folder of a class", "none" + walk.OthersIn(empty[0] + '/'),
                "put some there, remove it if it is no class, or let it keep its label without any (AllowEmpty)");
    }

    private static string ClassOf(string folder, string name) => name.Contains('/')
        ? name[..name.IndexOf('/')]
        : throw new DataFileException(
            Path.Combine(folder, name), "a picture in a folder of its class", "one beside these folders", "move it into one, or take no labels from folders");
}
