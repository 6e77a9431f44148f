using GanDsl.Generators.Tests.Harness;

namespace GanDsl.Generators.Tests.Compiling;

/// <summary>Wherever a class can be declared, the rest of it can be generated: no name collides, none is hidden.</summary>
public class PlacesTests
{
    private const string Public = "public sealed partial class";

    private static readonly Dictionary<string, string> Places = new()
    {
        ["the global namespace"] = Examples.Mlp,
        ["a namespace"] = $"namespace Pictures.Clothes;\n{Examples.Mlp}",
        ["GanDsl's own namespace"] = $"namespace GanDsl;\n{Examples.Mlp}",
        ["a namespace below GanDsl"] = $"namespace GanDsl.Generators.Torch;\n{Examples.Mlp}",
        ["internal classes"] = Examples.Mlp.Replace(Public, "internal sealed partial class", StringComparison.Ordinal),
        ["classes without modifiers"] = Examples.Mlp.Replace(Public, "partial class", StringComparison.Ordinal),
        ["nested classes"] = $"namespace Pictures {{ public static partial class Outer {{ internal partial struct Middle {{ {Examples.Mlp} }} }} }}",
        ["private nested classes"] =
            $"public partial class Outer {{ {Examples.Mlp.Replace(Public, "private sealed partial class", StringComparison.Ordinal)} }}",
        ["protected nested classes"] = $"public partial class Outer {{ {Examples.Mlp.Replace(Public, "protected partial class", StringComparison.Ordinal)} }}",
        ["a record, an interface and a record struct around it"] =
            $"public partial record A {{ public partial interface IB {{ public readonly partial record struct C {{ {Examples.Mlp} }} }} }}",
        ["generic containers"] = $$"""
            namespace Pictures;

            public partial class Outer<TKey, TValue> where TKey : class, new() where TValue : unmanaged
            {
                public partial class Middle<T> { {{Examples.SmallNetworks}} }
            }

            [Gan<Outer<object, int>.Middle<string>.G, Outer<object, int>.Middle<string>.D>, NonSaturating, Adam]
            public sealed partial class Game;
            """,
        ["the same names with and without type parameters"] =
            $"public partial class Outer {{ {Examples.SmallNetworks} }} public partial class Outer<T> {{ {Examples.SmallNetworks} }}",
        ["a ref struct and a static class around it"] =
            $"public static partial class Outer {{ public ref partial struct Inner {{ {Examples.SmallNetworks} }} }}",
        ["the same names in two namespaces"] = $"namespace A {{ {Examples.Mlp} }} namespace B {{ {Examples.Mlp} }} namespace A.B {{ {Examples.Mlp} }}",
        ["names that differ in their case alone"] = $"namespace Pictures {{ {Examples.Mlp} }} namespace pictures {{ {Examples.Mlp} }}",
        ["a nested class and a namespace that read alike"] =
            $"namespace A {{ public partial class B {{ {Examples.SmallNetworks} }} }} namespace A_B {{ {Examples.SmallNetworks} }}",
        ["names that are keywords"] = "namespace @event.@class; "
            + $"public partial class @static<@in> {{ {Examples.SmallNetworks.Replace("class G", "class @base", StringComparison.Ordinal)} }}",
        ["names that are not ASCII"] = $"namespace Bilder.Größe; {Examples.SmallNetworks.Replace("class G", "class 生成器", StringComparison.Ordinal)}",
        ["records"] = Examples.Mlp.Replace("sealed partial class", "sealed partial record", StringComparison.Ordinal),
        ["abstract classes"] = Examples.Mlp.Replace("sealed partial class", "abstract partial class", StringComparison.Ordinal),
        ["classes with bodies and bases"] = """
            public interface INamed { string Name { get; } }

            public abstract partial class Base { protected int Layers = 3; }

            [Generator(latent: 2)]
            [Dense(3)]
            public sealed partial class G : Base, INamed { public string Name => nameof(G); private static int batch; public static int Next() => batch++; }

            [Discriminator(3)]
            [Dense(1)]
            public sealed partial class D(int seed) : Base { public int Seed => seed; }

            [Gan<G, D>, NonSaturating, Adam]
            public partial class Game : Base { public int Linear; public int Step; }
            """,
        ["a generic generator"] = """
            [Generator(latent: 2), Dense(3)]
            public sealed partial class G<T>;

            [Discriminator(3), Dense(1)]
            public sealed partial class D<T> where T : struct;

            [Gan<G<string>, D<int>>, NonSaturating, Adam]
            public sealed partial class Game;
            """,
        ["names around it that hide ours"] = """
            namespace Pictures
            {
                public class System; public class TorchSharp; public class Torch; public class Batch; public class Mode; public class Scalar; public class Math; public class IShape;

                [Generator(latent: 2), Dense(3), LeakyReLU(0.2), Reshape(3, 1, 1)]
                public sealed partial class G;

                [Discriminator(3, 1, 1), Conv2d(4, 1), Flatten, Dense(1)]
                public sealed partial class D;

                [Gan<G, D>, NonSaturating, Adam]
                public sealed partial class Game;
            }
            """,
        ["types named as our shapes are"] = $"namespace Pictures; public class S1; public class S2; public class S3; {Examples.SmallNetworks} {Examples.Game}",
        ["a game seen further than its networks"] = "public partial class Outer { "
            + $"{Examples.SmallNetworks.Replace(Public, "internal sealed partial class", StringComparison.Ordinal)} {Examples.Game} }}",
        ["an internal game of private networks"] =
            $"public partial class Outer {{ {Examples.SmallNetworks.Replace(Public, "private sealed partial class", StringComparison.Ordinal)} "
            + $"{Examples.Game.Replace("public", "internal", StringComparison.Ordinal)} }}",
        ["a protected game of private protected networks"] =
            $"public partial class Outer {{ {Examples.SmallNetworks.Replace(Public, "private protected partial class", StringComparison.Ordinal)} "
            + $"{Examples.Game.Replace("public sealed", "protected", StringComparison.Ordinal)} }}",
        ["obsolete networks in an obsolete game"] = $"{Examples.SmallNetworks.Replace("public", "[Obsolete] public", StringComparison.Ordinal)} "
            + $"{Examples.Game.Replace("public", "[Obsolete] public", StringComparison.Ordinal)}",
        ["a network that derives from a network"] = $$"""
            [Generator(latent: 2), Dense(3)]
            public partial class Base;

            [Generator(latent: 5), Dense(3)]
            public partial class G : Base;

            [Discriminator(3), Dense(1)]
            public partial class D;

            [Gan<Base, D>, Minimax, Adam]
            public partial class BaseGame;

            [Gan<G, D>, Minimax, Adam]
            public partial class Game : BaseGame;
            """,
        ["a network in a network in a game"] = """
            [Gan<Game.G, Game.G.D>, NonSaturating, Adam]
            public sealed partial class Game
            {
                [Generator(latent: 2), Dense(3)]
                public sealed partial class G
                {
                    [Discriminator(3), Dense(1)]
                    public sealed partial class D;
                }
            }
            """,
        ["attributes over several parts"] = """
            [Generator(latent: 2)]
            public sealed partial class G;

            [Dense(3)]
            public sealed partial class G;

            [Discriminator(3), Dense(1)]
            public sealed partial class D;

            [Gan<G, D>]
            public sealed partial class Game;

            [NonSaturating]
            public sealed partial class Game;

            [Adam]
            public sealed partial class Game;
            """,
    };

    public static TheoryData<string> Names => [.. Places.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsGeneratedThere_CompilesCleanly(string place)
    {
        var generation = Generation.Of(Places[place]);

        generation.AssertCompilesCleanly();
        Assert.NotEmpty(generation.Sources);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AndNoAnalyzerComplains(string place) => Assert.Empty(await Diagnosis.Of(Places[place]));
}
