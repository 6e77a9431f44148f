using GanDsl.Generators.AuxiliaryLosses;
using GanDsl.Generators.Divergences;
using GanDsl.Generators.Objectives;
using GanDsl.Generators.Optimizers;
using GanDsl.Generators.Regularizers;
using GanDsl.Generators.Tests.Objectives;

namespace GanDsl.Generators.Tests.Models;

/// <summary>The lists of a game's parts agree with the attributes that users write, and with what is tested of them.</summary>
public class CatalogTests
{
    private static readonly IReadOnlyDictionary<Type, IEnumerable<string>> Catalogs = new Dictionary<Type, IEnumerable<string>>
    {
        [typeof(ObjectiveAttribute)] = ObjectiveCatalog.Names,
        [typeof(OptimizerAttribute)] = OptimizerCatalog.Names,
        [typeof(OptimizerModifierAttribute)] = ModifierCatalog.Names,
        [typeof(RegularizerAttribute)] = RegularizerCatalog.Names,
        [typeof(AuxiliaryLossAttribute)] = AuxiliaryLossCatalog.Names,
    };

    public static TheoryData<Type> Kinds => [.. Catalogs.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryAttributeOfAKind_IsInItsCatalog_AndTheOtherWayRound(Type kind) => Assert.Equal(
        kind.Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(kind) && !type.IsAbstract)
            .Select(type => type.Name[..^"Attribute".Length])
            .Order(StringComparer.Ordinal),
        Catalogs[kind].Order(StringComparer.Ordinal));

    /// <summary>A divergence is found by the name of its constant.</summary>
    [Fact]
    public void EveryDivergenceThatCanBeWritten_HasAForm_AndTheOtherWayRound() => Assert.Equal(
        Enum.GetNames(typeof(FDivergenceAttribute).GetProperty(nameof(FDivergenceAttribute.Divergence))!.PropertyType).Order(StringComparer.Ordinal),
        DivergenceCatalog.All.Select(form => form.Name).Order(StringComparer.Ordinal));

    /// <summary>A divergence of a user's own is what its class says: CustomDivergenceTests have it.</summary>
    [Fact]
    public void EveryObjective_IsHeldAgainstItsClosedForm() => Assert.Equal(
        ObjectiveCatalog.Names.Except([nameof(CustomDivergence)]).Order(StringComparer.Ordinal),
        KnownObjectives.All.Values.Select(objective => objective.Name).Distinct().Order(StringComparer.Ordinal));
}
