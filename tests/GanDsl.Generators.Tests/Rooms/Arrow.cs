namespace GanDsl.Generators.Tests.Rooms;

/// <summary>One room names a type of another.</summary>
/// <param name="From">The room that names it.</param>
/// <param name="To">The room that declares it.</param>
/// <param name="Type">The type.</param>
/// <param name="File">Where it is named.</param>
internal sealed record Arrow(string From, string To, string Type, string File)
{
    /// <inheritdoc/>
    public override string ToString() => $"{From} → {To}: {Type} in {File}";
}
