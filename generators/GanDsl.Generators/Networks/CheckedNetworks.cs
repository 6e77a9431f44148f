using GanDsl.Generators.Declarations;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Networks;

/// <summary>The networks of a project, each checked once: games look up what they play with. Equal where all results are.</summary>
/// <param name="results">The results of the checks.</param>
internal sealed class CheckedNetworks(IEnumerable<NetworkResult> results) : IEquatable<CheckedNetworks>
{
    private readonly EquatableArray<NetworkResult> results = results.ToEquatableArray();
    private Dictionary<NetworkDeclaration, NetworkResult>? byDeclaration;

    /// <summary>The result of a declaration; one of another assembly is checked here.</summary>
    public NetworkResult Of(NetworkDeclaration declaration)
    {
        // Two threads may make it: both make the same.
        byDeclaration ??= results.Where(result => result.Network is not null).GroupBy(result => result.Network!.Declaration)
            .ToDictionary(same => same.Key, same => same.First());
        return byDeclaration.TryGetValue(declaration, out var result) ? result : NetworkCheck.Check(declaration);
    }

    public bool Equals(CheckedNetworks? other) => other is not null && results.Equals(other.results);

    public override bool Equals(object? other) => Equals(other as CheckedNetworks);

    public override int GetHashCode() => results.Count;
}
