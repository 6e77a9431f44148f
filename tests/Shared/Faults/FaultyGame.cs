using System.Reflection;
using GanDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Faults;

/// <summary>A declared game that is generated once, and compiled as it is or with a fault in what was emitted.</summary>
/// <param name="name">Its name among the games.</param>
/// <param name="declaration">The classes G, D and Game as a user writes them.</param>
/// <param name="packages">The backends.</param>
internal sealed class FaultyGame(string name, string declaration, Packages packages)
{
    private readonly Lazy<Generation> generation = new(() => Generation.Of(declaration, packages));

    /// <summary>What was emitted, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources => generation.Value.Sources;

    /// <summary>The class with [Gan], as it is emitted or with faults; each call loads it again.</summary>
    /// <param name="faults">What is planted, one after the other.</param>
    public Type Compile(params IReadOnlyList<PlantedFault> faults)
    {
        var output = generation.Value.Output;
        foreach (var fault in faults)
        {
            var path = generation.Value.Results.SingleOrDefault(result => result.HintName == fault.File).SyntaxTree?.FilePath
                ?? throw new FaultException($"{fault.Name}: nothing emits {fault.File} for {name}; there are {string.Join(", ", Sources.Keys)}.");
            var tree = output.SyntaxTrees.Single(emitted => emitted.FilePath == path);
            var faulty = CSharpSyntaxTree.ParseText(fault.PlantIn(tree.ToString()), (CSharpParseOptions)tree.Options, tree.FilePath, tree.Encoding);
            output = output.ReplaceSyntaxTree(tree, faulty);
        }

        using var assembly = new MemoryStream();
        var result = output.Emit(assembly);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()).ToList();
        return errors.Count == 0
            ? Assembly.Load(assembly.ToArray()).GetType("Game")!
            : throw new FaultException($"{name} does not compile with {string.Join(", ", faults.Select(fault => fault.Name))}:\n{string.Join('\n', errors)}");
    }
}
