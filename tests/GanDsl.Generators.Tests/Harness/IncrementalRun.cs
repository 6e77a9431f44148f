using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.Harness;

/// <summary>A run of the generator, an edit, and the run after it.</summary>
/// <param name="Before">The run before the last edit; null in the first.</param>
/// <param name="Now">The last run.</param>
/// <param name="Compilation">The user's project as edited.</param>
internal sealed record IncrementalRun(Generation? Before, Generation Now, CSharpCompilation Compilation)
{
    public static IncrementalRun Of(string source) => Of([(GanCompilation.MainFile, source)]);

    public static IncrementalRun Of(IEnumerable<(string Path, string Text)> files, IIncrementalGenerator? generator = null)
    {
        var compilation = GanCompilation.Create(files);
        return new IncrementalRun(null, Generation.Of(compilation, generator), compilation);
    }

    /// <summary>Replaces a text that stands exactly once in the user's files, and runs again.</summary>
    public IncrementalRun Edit(string old, string replacement)
    {
        var tree = Compilation.SyntaxTrees.Single(tree => tree.ToString().Contains(old, StringComparison.Ordinal));
        var start = tree.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.Equal(start, tree.ToString().LastIndexOf(old, StringComparison.Ordinal));
        var edited = tree.GetText().WithChanges(new TextChange(new TextSpan(start, old.Length), replacement));
        return Rerun(Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(edited)));
    }

    /// <summary>Adds a file to the project, and runs again.</summary>
    public IncrementalRun Add(string path, string text) => Rerun(
        Compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), (CSharpParseOptions)Compilation.SyntaxTrees[0].Options, path)));

    /// <summary>The hint names of the files that the last run wrote again. The driver keeps the text of a file whose step was cached.</summary>
    public IEnumerable<string> Reemitted
    {
        get
        {
            var before = Before?.Results.Select(result => result.SourceText).ToHashSet(ReferenceEqualityComparer.Instance) ?? [];
            return Now.Results.Where(result => !before.Contains(result.SourceText)).Select(result => result.HintName).Order(StringComparer.Ordinal);
        }
    }

    /// <summary>The outputs of every run of one tracked step.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> Step(string trackingName)
    {
        var steps = Now.Driver.GetRunResult().Results.Single().TrackedSteps;
        Assert.True(
            steps.ContainsKey(trackingName), $"No step is tracked as {trackingName}, only {string.Join(", ", steps.Keys.Order(StringComparer.Ordinal))}.");
        return steps[trackingName].SelectMany(step => step.Outputs);
    }

    private IncrementalRun Rerun(CSharpCompilation compilation) => new(Now, Generation.Run(Now.Driver, compilation), compilation);
}
