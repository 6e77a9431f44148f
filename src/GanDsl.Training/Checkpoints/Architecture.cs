using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace GanDsl.Training;

/// <summary>The architecture that a game's state fits: the declared layers of both players, and the names, kinds and shapes of the state's tensors.</summary>
/// <param name="Generator">G's declaration, one line per layer; empty where the game was not generated.</param>
/// <param name="Discriminator">D's.</param>
/// <param name="Fingerprint">
/// SHA-256 over both and over the tensors' names, kinds and shapes, except the random numbers': these differ between backends.
/// </param>
internal sealed record Architecture(IReadOnlyList<string> Generator, IReadOnlyList<string> Discriminator, string Fingerprint)
{
    public static Architecture Of(IGan gan, IReadOnlyList<NamedTensor> state)
    {
        var (generator, discriminator) = Declaration.Players(gan.GetType().DeclaringType);
        var text = new StringBuilder();
        foreach (var line in generator) text.Append("G ").Append(line).Append('\n');
        foreach (var line in discriminator) text.Append("D ").Append(line).Append('\n');
        foreach (var tensor in WithoutRandom(state))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{tensor.Name} {tensor.Values.GetType().Name} "
                    + $"({string.Join(", ", tensor.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))})\n");
        }

        return new Architecture(generator, discriminator, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    /// <summary>The first difference to a state of another architecture.</summary>
    public string Difference(Architecture saved, IReadOnlyList<NamedTensor> own, IReadOnlyList<NamedTensor> given)
    {
        try
        {
            StateCheck.ByName(WithoutRandom(own), WithoutRandom(given), "game");
        }
        catch (ArgumentException e)
        {
            return e.Message.Split(" (Parameter", 2)[0].TrimEnd('.');
        }

        return Difference("G", saved.Generator, Generator) ?? Difference("D", saved.Discriminator, Discriminator) ?? "the same layers in another order";
    }

    private static List<NamedTensor> WithoutRandom(IReadOnlyList<NamedTensor> state) =>
        [.. state.Where(tensor => !tensor.Name.StartsWith("random.", StringComparison.Ordinal))];

    private static string? Difference(string player, IReadOnlyList<string> saved, IReadOnlyList<string> own)
    {
        for (var i = 0; i < Math.Max(saved.Count, own.Count); i++)
        {
            var (there, here) = (saved.ElementAtOrDefault(i) ?? "nothing", own.ElementAtOrDefault(i) ?? "nothing");
            if (there != here) return $"{player}'s declaration has {there} where this game has {here}";
        }

        return null;
    }
}

/// <summary>A generated game's declaration as text, read from its attributes.</summary>
internal static class Declaration
{
    /// <summary>G's and D's attributes, one per line, blocks expanded; empty where the game was not generated.</summary>
    public static (IReadOnlyList<string> Generator, IReadOnlyList<string> Discriminator) Players(Type? game)
    {
        var gan = game?.GetCustomAttributesData()
            .FirstOrDefault(data => data.AttributeType.IsGenericType && data.AttributeType.GetGenericTypeDefinition() == typeof(GanAttribute<,>));
        if (gan is null) return ([], []);
        var players = gan.AttributeType.GetGenericArguments();
        return (Lines(players[0]), Lines(players[1]));
    }

    /// <summary>The attributes of a declaration that are ours, in source order.</summary>
    public static List<string> Lines(Type declared) =>
        [.. declared.GetCustomAttributesData().Where(data => data.AttributeType.Assembly == typeof(IGan).Assembly).SelectMany(data =>
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
