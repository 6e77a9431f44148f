using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

internal enum Role
{
    Generator,
    Discriminator,
}

/// <summary>A layer as it is written.</summary>
/// <param name="Attribute">The attribute's name without its suffix: <c>Conv2d</c>.</param>
/// <param name="Values">Its arguments.</param>
/// <param name="Place">Its position.</param>
/// <param name="Block">The block that a [Use] names.</param>
internal sealed record LayerDeclaration(string Attribute, AttributeValues Values, LayerPlace Place, string Block = "")
{
    /// <summary>The uses of blocks around it, outermost first, as people write them: <c>ResBlock(256)</c>.</summary>
    public EquatableArray<string> Within { get; init; }

    /// <summary>Whether it is a use of a block.</summary>
    public bool IsUse => Attribute == "Use";
}

/// <summary>A parametrization of weights, [SpectralNorm] or [EqualizedLearningRate], as it is written.</summary>
/// <param name="Behind">How many layers precede it.</param>
/// <param name="Values">Its arguments.</param>
internal sealed record ParametrizationDeclaration(int Behind, AttributeValues Values);

/// <summary>
/// A network as it is written, before any check. Only records of text and numbers: whatever is in here decides whether code is generated again,
/// so a symbol, a syntax node or a location in it would do so at every keystroke and keep old compilations alive.
/// </summary>
/// <param name="Type">The class.</param>
/// <param name="Role">Which marker it has.</param>
/// <param name="Input">The shape in the marker: of latents, or of one sample.</param>
/// <param name="Classes">The marker's Classes; null where there are none.</param>
/// <param name="Source">The marker's Source, the shape of the sources that samples are made from; null where there are none.</param>
/// <param name="Backends">The marker's Backends, as flags.</param>
/// <param name="Layers">The layers in source order.</param>
/// <param name="Blocks">The blocks that they use, directly or indirectly.</param>
/// <param name="SpectralNorms">Each [SpectralNorm] in source order.</param>
/// <param name="EqualizedRates">Each [EqualizedLearningRate] in source order.</param>
/// <param name="Initialize">The arguments of [Initialize], if there is one.</param>
/// <param name="SecondMarker">A second marker beside that of its role, or null: <c>Gan</c>.</param>
/// <param name="LayersAreSpread">Whether layers are spread over several partial declarations.</param>
/// <param name="IsComplete">Whether every attribute could be read; if not, the compiler reports why.</param>
internal sealed record NetworkDeclaration(
    TypeName Type,
    Role Role,
    EquatableArray<int> Input,
    int? Classes,
    EquatableArray<int>? Source,
    int Backends,
    EquatableArray<LayerDeclaration> Layers,
    EquatableArray<BlockDeclaration> Blocks,
    EquatableArray<ParametrizationDeclaration> SpectralNorms,
    EquatableArray<ParametrizationDeclaration> EqualizedRates,
    AttributeValues? Initialize,
    string? SecondMarker,
    bool LayersAreSpread,
    bool IsComplete);
