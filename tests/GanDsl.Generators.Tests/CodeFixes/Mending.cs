using System.Collections.Immutable;
using GanDsl.CodeFixes;
using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>What a code fix makes of a user's file, in a workspace as an editor has it.</summary>
internal static class Mending
{
    /// <summary>
    /// The claim that the fix of a diagnostic gives this text, and that this text has no such diagnostic any more and compiles with what is generated for it.
    /// </summary>
    public static Task AssertMends(string id, string title, string before, string after) =>
        AssertMends(id, title, [(GanCompilation.MainFile, before)], [(GanCompilation.MainFile, after)]);

    /// <summary>The same of several files.</summary>
    public static async Task AssertMends(string id, string title, (string Path, string Text)[] before, (string Path, string Text)[] after)
    {
        using var workspace = new AdhocWorkspace();
        var project = Open(workspace, before);
        var diagnostic = (await DiagnosticsOf(project)).First(diagnostic => diagnostic.Id == id);
        var actions = new List<CodeAction>();
        await new DeclarationFixes().RegisterCodeFixesAsync(
            new CodeFixContext(project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));

        var action = Assert.Single(actions);
        Assert.Equal(title, action.Title);
        await AssertIsMended(id, after, project, action);
    }

    /// <summary>The claim that "fix all" mends every such mistake of a project at once, in whatever file it is.</summary>
    public static async Task AssertMendsAll(string id, (string Path, string Text)[] before, (string Path, string Text)[] after)
    {
        using var workspace = new AdhocWorkspace();
        var project = Open(workspace, before);
        var fixes = new DeclarationFixes();
        var diagnostics = (await DiagnosticsOf(project)).Where(diagnostic => diagnostic.Id == id).ToList();
        Assert.True(diagnostics.Count > 1, "There are not several to fix.");
        var document = project.GetDocument(diagnostics[0].Location.SourceTree)!;
        var keys = new List<CodeAction>();
        await fixes.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (action, _) => keys.Add(action), CancellationToken.None));

        var context = new FixAllContext(document, fixes, FixAllScope.Project, keys.Single().EquivalenceKey, [id], new Known(), CancellationToken.None);
        var action = await fixes.GetFixAllProvider().GetFixAsync(context);
        await AssertIsMended(id, after, project, action!);
    }

    private static async Task AssertIsMended(string id, (string Path, string Text)[] after, Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        foreach (var (path, text) in after) Assert.Equal(text, (await changed.Documents.Single(document => document.Name == path).GetTextAsync()).ToString());

        var compilation = GanCompilation.Create(after);
        Assert.DoesNotContain(await Diagnosis.Of(compilation, DiagnosticSeverity.Info), diagnostic => diagnostic.Id == id);
        Generation.Of(compilation).AssertCompilesCleanly();
    }

    private static Project Open(AdhocWorkspace workspace, (string Path, string Text)[] files)
    {
        var compilation = GanCompilation.Create(files);
        var project = ProjectId.CreateNewId();
        var documents = compilation.SyntaxTrees.Select(tree => DocumentInfo.Create(
            DocumentId.CreateNewId(project), tree.FilePath, loader: TextLoader.From(TextAndVersion.Create(tree.GetText(), VersionStamp.Default)),
            filePath: tree.FilePath));
        workspace.AddSolution(SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Default, projects:
        [
            ProjectInfo.Create(
                project,
                VersionStamp.Default,
                "Declarations",
                "Declarations",
                LanguageNames.CSharp,
                compilationOptions: compilation.Options,
                parseOptions: compilation.SyntaxTrees[0].Options,
                documents: documents,
                metadataReferences: compilation.References),
        ]));
        return workspace.CurrentSolution.Projects.Single();
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(Project project) =>
        await (await project.GetCompilationAsync())!.WithAnalyzers(UnderTest.NewAnalyzers()).GetAnalyzerDiagnosticsAsync();

    private sealed class Known : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await DiagnosticsOf(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await DiagnosticsOf(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
