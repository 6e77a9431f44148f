using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

internal enum Role
{
    Generator,
    Discriminator,
}

/// <summary>A layer as it is written.</summary>
/// <param name="Attribute">The attribute's name without the ending: <c>Conv2d</c>.</param>
/// <param name="Values">Its arguments.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Block">The block that a [Use] names.</param>
internal sealed record LayerDeclaration(string Attribute, AttributeValues Values, LayerPlace Place, string Block = "")
{
    /// <summary>The uses of blocks that it stands in, outermost first, as people write them: <c>ResBlock(256)</c>.</summary>
    public EquatableArray<string> Within { get; init; }

    /// <summary>Whether it stands for the layers of a block.</summary>
    public bool IsUse => Attribute == "Use";
}

/// <summary>What changes weights where they are used, [SpectralNorm] or [EqualizedLearningRate], as it is written.</summary>
/// <param name="Behind">How many layers stand before it.</param>
/// <param name="Values">Its arguments.</param>
internal sealed record ParametrizationDeclaration(int Behind, AttributeValues Values);

/// <summary>
/// A network as it is written, before any check. Records only of text and numbers: whatever stands here decides whether code is written anew,
/// so a symbol, a syntax node or a location in it would do so at every keystroke and keep old compilations alive.
/// </summary>
/// <param name="Type">The class.</param>
/// <param name="Role">Which marker it has.</param>
/// <param name="Input">The shape in the marker: of latents, or of one sample.</param>
/// <param name="Classes">The marker's Classes; null where it says nothing of classes.</param>
/// <param name="Source">The marker's Source, the shape of what samples are made from; null where it says nothing of sources.</param>
/// <param name="Backends">The marker's Backends, as flags.</param>
/// <param name="Layers">The layers in source order.</param>
/// <param name="Blocks">The blocks that they lead to.</param>
/// <param name="SpectralNorms">Each [SpectralNorm] in source order.</param>
/// <param name="EqualizedRates">Each [EqualizedLearningRate] in source order.</param>
/// <param name="Initialize">The arguments of [Initialize], if it is there.</param>
/// <param name="SecondMarker">The marker that it has beside that of its role, or null: <c>Gan</c>.</param>
/// <param name="LayersAreSpread">Whether layers stand on more than one partial declaration.</param>
/// <param name="IsComplete">Whether every attribute could be read; where not, the compiler has said why.</param>
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
