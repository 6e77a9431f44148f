using System.Globalization;
using GanDsl.Training;

namespace FashionMnist;

/// <summary>The choice of training images.</summary>
/// <param name="Images">The images.</param>
/// <param name="Says">One line for the user.</param>
internal sealed record DataChoice(IdxImages Images, string Says)
{
    /// <summary>The training images' file, by its original name.</summary>
    public const string FileName = "train-images-idx3-ubyte";

    /// <summary>The folder of the data set in Debian's package.</summary>
    public const string DebianFolder = "/usr/share/datasets/fashion-mnist";

    private const string DebianPackage = "dataset-fashion-mnist";

    /// <summary>The requested folder, else the Debian package's, else the 10,000 test images that come with the sample.</summary>
    /// <exception cref="DataFileException">The folder has no such file, or it is damaged.</exception>
    public static DataChoice Make(string? folder, string installed = DebianFolder)
    {
        if (folder is not null)
        {
            return Of(
                In(folder) ?? throw new DataFileException(
                    folder,
                    $"a folder with {FileName} or {FileName}.gz",
                    Directory.Exists(folder) ? "neither" : "no such folder",
                    "fetch the file from https://github.com/zalandoresearch/fashion-mnist, or leave --data out"),
                string.Empty);
        }

        return In(installed) is { } path
            ? Of(path, string.Empty)
            : Of(
                Path.Combine(AppContext.BaseDirectory, "data", "t10k-images-idx3-ubyte.gz"),
                $"; for all 60,000 install Debian's {DebianPackage} or pass --data");
    }

    private static DataChoice Of(string path, string hint)
    {
        var images = IdxFile.ReadImages(path);
        return new DataChoice(
            images, string.Create(CultureInfo.InvariantCulture, $"Data: {images.Count:N0} images of {images.Height}×{images.Width} from {path}{hint}."));
    }

    private static string? In(string folder) => In(folder, FileName);

    /// <summary>A file of a folder, plain or compressed; null where there is neither.</summary>
    public static string? In(string folder, string name)
    {
        var plain = Path.Combine(folder, name);
        return File.Exists(plain) ? plain : File.Exists(plain + ".gz") ? plain + ".gz" : null;
    }
}
