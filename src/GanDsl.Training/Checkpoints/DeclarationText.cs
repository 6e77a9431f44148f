using System.Globalization;
using System.Reflection;

namespace GanDsl.Training;

/// <summary>A generated game's declaration as text, read from its attributes: one line each, in source order, blocks expanded.</summary>
/// <param name="Game">The game's own: objective, optimisers, schedules, regularisers; null where a checkpoint does not say.</param>
/// <param name="Players">The players' by their names, G and D, with F and D of X in a game over two pairs; empty where the game was not generated.</param>
internal sealed record DeclarationText(IReadOnlyList<string>? Game, IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Players)
{
    private static readonly string[] names = ["G", "D", "F", "D of X"];

    /// <summary>A game's.</summary>
    public static DeclarationText Of(IGan gan)
    {
        var game = gan.GetType().DeclaringType;
        if (game?.GetCustomAttributesData().FirstOrDefault(IsGan) is not { } declared) return new DeclarationText([], []);
        return new DeclarationText(
            Lines(game, data => !IsGan(data)),
            [.. names.Zip(declared.AttributeType.GetGenericArguments(), (name, player) => (name, (IReadOnlyList<string>)Lines(player)))]);
    }

    /// <summary>What differs from a saved one, one line for each difference.</summary>
    public IReadOnlyList<string> ChangesFrom(DeclarationText saved)
    {
        List<string> changes = saved.Game is null || Game is null
            ? []
            : [.. Changes("the game", Sorted(saved.Game), Sorted(Game), (one, other) => Name(one) == Name(other))];
        foreach (var (name, lines) in saved.Players)
        {
            if (Players.FirstOrDefault(player => player.Name == name).Lines is { } own) changes.AddRange(Changes(name, lines, own, (_, _) => true));
        }

        return changes;
    }

    // The order of a game's attributes means nothing.
    private static List<string> Sorted(IReadOnlyList<string> lines) => [.. lines.Order(StringComparer.Ordinal)];

    private static string Name(string line) => line.Split('(')[0];

    /// <param name="of">The kind of lines, for the text.</param>
    /// <param name="saved">What was.</param>
    /// <param name="own">What is.</param>
    /// <param name="canBecome">Whether a line in the place of another is that one changed.</param>
    private static IEnumerable<string> Changes(string of, IReadOnlyList<string> saved, IReadOnlyList<string> own, Func<string, string, bool> canBecome)
    {
        // The longest common subsequence, from the end.
        var common = new int[saved.Count + 1, own.Count + 1];
        for (var i = saved.Count - 1; i >= 0; i--)
        {
            for (var k = own.Count - 1; k >= 0; k--)
                common[i, k] = saved[i] == own[k] ? common[i + 1, k + 1] + 1 : Math.Max(common[i + 1, k], common[i, k + 1]);
        }

        for (var (i, k) = (0, 0); i < saved.Count || k < own.Count;)
        {
            var (hasSaved, hasOwn) = (i < saved.Count, k < own.Count);
            if (hasSaved && hasOwn && saved[i] == own[k])
            {
                (i, k) = (i + 1, k + 1);
            }
            else if (hasSaved && hasOwn && common[i + 1, k + 1] == common[i, k] && canBecome(saved[i], own[k]))
            {
                yield return $"{of}: {saved[i++].Trim()} became {own[k++].Trim()}";
            }
            else if (hasSaved && (!hasOwn || common[i + 1, k] >= common[i, k + 1]))
            {
                yield return $"{of}: {saved[i++].Trim()} was removed";
            }
            else
            {
                yield return $"{of}: {own[k++].Trim()} was added";
            }
        }
    }

    private static bool IsGan(CustomAttributeData data) => data.AttributeType.IsGenericType
        && data.AttributeType.GetGenericTypeDefinition() is var type && (type == typeof(GanAttribute<,>) || type == typeof(GanAttribute<,,,>));

    /// <summary>The attributes of a declaration that are ours, in source order.</summary>
    private static List<string> Lines(Type declared, Func<CustomAttributeData, bool>? which = null) =>
        [.. declared.GetCustomAttributesData().Where(data => data.AttributeType.Assembly == typeof(IGan).Assembly && which?.Invoke(data) != false)
            .SelectMany(data =>
            data.AttributeType.IsGenericType && data.AttributeType.GetGenericTypeDefinition() == typeof(UseAttribute<>)
                ? [Text(data), .. Lines(data.AttributeType.GetGenericArguments()[0]).Select(line => "  " + line)]
                : (string[])[Text(data)])];

    private static string Text(CustomAttributeData data)
    {
        var name = data.AttributeType.Name.Split('`')[0];
        name = name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
        if (data.AttributeType.IsGenericType) name += $"<{string.Join(", ", data.AttributeType.GetGenericArguments().Select(type => type.Name))}>";

        var arguments = new List<string>();
        foreach (var (parameter, argument) in data.Constructor.GetParameters().Zip(data.ConstructorArguments))
        {
            var value = Value(argument);
            if (!parameter.HasDefaultValue) arguments.Add(value);
            else if (value != Value(argument.ArgumentType, parameter.DefaultValue)) arguments.Add($"{parameter.Name}: {value}");
        }

        arguments.AddRange(data.NamedArguments.Select(named => $"{named.MemberName} = {Value(named.TypedValue)}"));
        return arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})";
    }

    private static string Value(CustomAttributeTypedArgument argument) => Value(argument.ArgumentType, argument.Value);

    private static string Value(Type type, object? value) => value switch
    {
        IEnumerable<CustomAttributeTypedArgument> elements => string.Join(", ", elements.Select(Value)),
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        Type named => named.Name,
        _ when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, value)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
