using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

/// <summary>An attribute of a game as it is written: an objective, an optimiser, a regulariser, a schedule.</summary>
internal sealed record GameAttribute(string Attribute, AttributeValues Values);

/// <summary>A game as it is written, before any check; see <see cref="NetworkDeclaration"/> for what this may hold.</summary>
/// <param name="Type">The class.</param>
/// <param name="Backends">The marker's Backends, as flags.</param>
/// <param name="Generator">G, or null if the first type argument is not a generator.</param>
/// <param name="Discriminator">D, or null if the second type argument is not a discriminator.</param>
/// <param name="GeneratorArgument">The first type argument's name.</param>
/// <param name="DiscriminatorArgument">The second type argument's name.</param>
/// <param name="Inverse">The second pair of a game over two; null in a game over one.</param>
/// <param name="Objectives">The objectives in source order.</param>
/// <param name="Optimizers">The optimisers in source order.</param>
/// <param name="Modifiers">The optimisers' modifiers in source order.</param>
/// <param name="Regularizers">The regularisers in source order.</param>
/// <param name="Augmentations">The augmentations in source order.</param>
/// <param name="AuxiliaryLosses">The auxiliary losses in source order.</param>
/// <param name="Schedules">The schedules in source order.</param>
/// <param name="IsDeclaredTwice">Whether the class has a marker for a game over one pair and one for a game over two.</param>
/// <param name="IsComplete">Whether every attribute could be read; if not, the compiler reports why.</param>
internal sealed record GanDeclaration(
    TypeName Type,
    int Backends,
    NetworkDeclaration? Generator,
    NetworkDeclaration? Discriminator,
    string GeneratorArgument,
    string DiscriminatorArgument,
    InverseDeclaration? Inverse,
    EquatableArray<GameAttribute> Objectives,
    EquatableArray<GameAttribute> Optimizers,
    EquatableArray<GameAttribute> Modifiers,
    EquatableArray<GameAttribute> Regularizers,
    EquatableArray<GameAttribute> Augmentations,
    EquatableArray<GameAttribute> AuxiliaryLosses,
    EquatableArray<GameAttribute> Schedules,
    bool IsDeclaredTwice,
    bool IsComplete);

/// <summary>The second pair of a game over two, as it is written.</summary>
/// <param name="Generator">F, or null if the third type argument is not a generator.</param>
/// <param name="Discriminator">The discriminator of F's samples, or null if the fourth type argument is not a discriminator.</param>
/// <param name="GeneratorArgument">The third type argument's name.</param>
/// <param name="DiscriminatorArgument">The fourth type argument's name.</param>
internal sealed record InverseDeclaration(
    NetworkDeclaration? Generator, NetworkDeclaration? Discriminator, string GeneratorArgument, string DiscriminatorArgument);
