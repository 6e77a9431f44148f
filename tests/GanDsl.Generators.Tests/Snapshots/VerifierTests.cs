namespace GanDsl.Generators.Tests.Snapshots;

/// <summary>Claims about the stand-in for Verify; with -p:UseVerify=true they are Verify's own business.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("gandsl-snapshots").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task AMissingFile_Fails_AndLeavesWhatWasReceived()
    {
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("one\r\ntwo").UseDirectory(directory).UseMethodName("M"));

        Assert.Contains("New: VerifierTests.M.received.txt\none\ntwo", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["VerifierTests.M.received.txt"], Files);
        Assert.Equal("\uFEFFone\ntwo"u8, File.ReadAllBytes(InDirectory("VerifierTests.M.received.txt")));
    }

    [Fact]
    public async Task AnotherText_Fails_ShowingTheLinesThatDiffer_AndTheVerifiedFileStays()
    {
        Write("VerifierTests.M.verified.txt", "same\nold\n  indented\n");

        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("same\nnew\nindented\n").UseDirectory(directory).UseMethodName("M"));

        Assert.Contains("NotEqual: VerifierTests.M.received.txt", failure.Message, StringComparison.Ordinal);
        Assert.Contains(" same\n-old\n-  indented\n+new\n+indented\n", failure.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(["VerifierTests.M.received.txt", "VerifierTests.M.verified.txt"], Files);
        Assert.Equal("same\nold\n  indented\n", Read("VerifierTests.M.verified.txt"));
        Assert.Equal("same\nnew\nindented\n", Read("VerifierTests.M.received.txt"));
    }

    [Fact]
    public async Task TheSameText_Passes_AndDeletesWhatAnEarlierRunReceived()
    {
        Write("VerifierTests.M.verified.txt", "one\r\ntwo\n");
        Write("VerifierTests.M.received.txt", "stale");
        Write("VerifierTests.M#gone.received.cs", "stale");

        await Verifier.Verify("one\ntwo\r\n").UseDirectory(directory).UseMethodName("M");

        Assert.Equal(["VerifierTests.M.verified.txt"], Files);
    }

    [Fact]
    public async Task AVerifiedFileThatNoTargetAsksFor_Fails_AndIsNotDeleted()
    {
        Write("VerifierTests.M#A.g.verified.cs", "a");
        Write("VerifierTests.M#B.g.verified.cs", "b");

        var failure = await Assert.ThrowsAsync<VerifyException>(
            () => Verifier.Verify([new Target("cs", "a", "A.g")]).UseDirectory(directory).UseMethodName("M"));

        Assert.Contains("Delete: VerifierTests.M#B.g.verified.cs", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("A.g", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["VerifierTests.M#A.g.verified.cs", "VerifierTests.M#B.g.verified.cs"], Files);
    }

    [Fact]
    public async Task EveryTargetThatFails_IsReported()
    {
        Write("VerifierTests.M#A.g.verified.cs", "a");

        var failure = await Assert.ThrowsAsync<VerifyException>(
            () => Verifier.Verify([new Target("cs", "A", "A.g"), new Target("cs", "b", "B.g")]).UseDirectory(directory).UseMethodName("M"));

        Assert.Contains("NotEqual: VerifierTests.M#A.g.received.cs", failure.Message, StringComparison.Ordinal);
        Assert.Contains("New: VerifierTests.M#B.g.received.cs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TargetsWithTheSameName_AreNumbered()
    {
        Write("VerifierTests.M#00.verified.txt", "a");
        Write("VerifierTests.M#01.verified.txt", "b");

        await Verifier.Verify([new Target("txt", "a"), new Target("txt", "b")]).UseDirectory(directory).UseMethodName("M");
    }

    [Theory]
    [InlineData(0.5, true)]
    public async Task Parameters_ArePartOfTheName_AndOtherRowsAreOtherSnapshots(double slope, bool bias)
    {
        const string Method = nameof(Parameters_ArePartOfTheName_AndOtherRowsAreOtherSnapshots);
        Write($"VerifierTests.{Method}_slope=0.5_bias=True.verified.txt", "this row");
        Write($"VerifierTests.{Method}_slope=0.5_bias=False.verified.txt", "another row");

        await Verifier.Verify("this row").UseDirectory(directory).UseParameters(slope, bias);
    }

    [Fact]
    public async Task ATestWhoseNameBeginsAlike_IsAnotherSnapshot()
    {
        Write("VerifierTests.M.verified.txt", "text");
        Write("VerifierTests.More.verified.txt", "another");
        Write("VerifierTests.More.received.txt", "another");

        await Verifier.Verify("text").UseDirectory(directory).UseMethodName("M");

        Assert.Equal(["VerifierTests.M.verified.txt", "VerifierTests.More.received.txt", "VerifierTests.More.verified.txt"], Files);
    }

    private IEnumerable<string?> Files => Directory.EnumerateFiles(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private string InDirectory(string file) => Path.Combine(directory, file);

    private void Write(string file, string text) => File.WriteAllText(InDirectory(file), text);

    private string Read(string file) => File.ReadAllText(InDirectory(file));
}
