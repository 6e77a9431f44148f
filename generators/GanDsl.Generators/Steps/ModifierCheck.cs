using GanDsl.Generators.Declarations;
using GanDsl.Generators.Networks;
using GanDsl.Generators.Optimizers;

namespace GanDsl.Generators.Steps;

/// <summary>The optimisers' modifiers: read, checked, and assigned to the players.</summary>
internal static class ModifierCheck
{
    /// <summary>The modifiers; those that this version of the generator does not know are left out.</summary>
    public static List<Modifier> Read(GanDeclaration declaration, List<Problem> problems)
    {
        var modifiers = new List<Modifier>();
        for (var i = 0; i < declaration.Modifiers.Count; i++)
        {
            if (ModifierCatalog.Read(declaration.Modifiers[i]) is not { } modifier) continue;
            if (modifier.BadArgument() is { } bad) problems.Add(Problem.At(SiteKind.Modifier, i, GanRules.ModifierArgument, modifier.Name, bad));
            else if (modifiers.FirstOrDefault(earlier => earlier.Name == modifier.Name && Meet(earlier.Player, modifier.Player)) is { } first)
            {
                problems.Add(Problem.At(
                    SiteKind.Modifier, i, GanRules.SecondModifier, Whom(first.Player, modifier.Player), declaration.Type.Name, modifier.Name,
                    Remedy(modifier)));
            }

            modifiers.Add(modifier);
        }

        return modifiers;
    }

    /// <summary>How a player is updated.</summary>
    public static PlayerUpdate UpdateOf(Player player, Optimizer optimizer, List<Modifier> modifiers)
    {
        return new(optimizer, One<LearningRate>(), One<ClipGradient>(), One<WeightClip>(), One<Ema>());

        T? One<T>()
            where T : Modifier => modifiers.OfType<T>().SingleOrDefault(modifier => modifier.IsOf(player));
    }

    private static bool Meet(Player first, Player second) => first == second || first == Player.Both || second == Player.Both;

    private static string Whom(Player first, Player second) => (first == Player.Both ? second : first) switch
    {
        Player.Both => "Each player",
        var player => $"The {player.ToString().ToLowerInvariant()}",
    };

    private static string Remedy(Modifier modifier) =>
        modifier is LearningRate or ClipGradient ? ", or give each player its own with player: Player.Generator and player: Player.Discriminator" : "";
}
