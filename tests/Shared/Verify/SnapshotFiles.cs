using System.Text;
using DiffPlex.Renderer;

namespace VerifyTests;

/// <summary>
/// The files of one test: <c>prefix[#name].verified.extension</c>, which only a person writes, and <c>prefix[#name].received.extension</c> beside it after a
/// failure.
/// </summary>
internal sealed class SnapshotFiles(string directory, string prefix)
{
    /// <summary>Verify's files begin with a byte order mark and end their lines with a line feed.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public async Task Verify(IReadOnlyList<Target> targets)
    {
        Directory.CreateDirectory(directory);
        foreach (var file in Files("received")) File.Delete(file);

        var files = Named(targets);
        var failures = new List<string>();
        foreach (var (target, name) in files)
        {
            if (await Compare(target, name) is { } failure) failures.Add(failure);
        }

        var wanted = files.Select(file => $"{file.Name}.verified.{file.Target.Extension}").ToHashSet(StringComparer.Ordinal);
        failures.AddRange(
            from file in Files("verified").Select(Path.GetFileName).Order(StringComparer.Ordinal)
            where !wanted.Contains(file)
            select $"Delete: {file}\nNo target has this name any more.\n");

        if (failures.Count > 0) throw new VerifyException($"Directory: {directory}\n{string.Join('\n', failures)}");
    }

    /// <summary>Targets that share name and extension are told apart by an index.</summary>
    private List<(Target Target, string Name)> Named(IReadOnlyList<Target> targets) =>
    [
        .. from alike in targets.GroupBy(target => (target.Name, target.Extension))
           let several = alike.Count() > 1
           from item in alike.Index()
           select (item.Item, prefix + Part(item.Item.Name, several ? item.Index : null)),
    ];

    private static string Part(string? name, int? index) => (name, index) switch
    {
        (null, null) => "",
        (null, { } number) => $"#{number:D2}",
        (_, null) => $"#{name}",
        (_, { } number) => $"#{name}.{number:D2}",
    };

    private async Task<string?> Compare(Target target, string name)
    {
        var received = $"{name}.received.{target.Extension}";
        var verified = $"{name}.verified.{target.Extension}";
        var text = WithLineFeeds(target.Data);
        var verifiedPath = Path.Combine(directory, verified);
        var old = File.Exists(verifiedPath) ? WithLineFeeds(await File.ReadAllTextAsync(verifiedPath)) : null;
        if (old == text) return null;

        await File.WriteAllTextAsync(Path.Combine(directory, received), text, Utf8);
        return old is null
            ? $"New: {received}\n{text}\n"
            : $"NotEqual: {received}\n{UnidiffRenderer.GenerateUnidiff(old, text, verified, received, ignoreWhitespace: false)}\n";
    }

    /// <summary>Those of this test alone: neither of a test whose name begins alike nor of another row of the same theory.</summary>
    private IEnumerable<string> Files(string kind) =>
        from file in Directory.EnumerateFiles(directory, $"{prefix}*.{kind}.*")
        let rest = Path.GetFileName(file)[prefix.Length..]
        where rest.StartsWith('#') || rest.StartsWith($".{kind}.", StringComparison.Ordinal)
        select file;

    private static string WithLineFeeds(string text) => text.ReplaceLineEndings("\n");
}

/// <summary>What is snapshotted is not what was verified.</summary>
internal sealed class VerifyException(string message) : Exception(message);
