using GanDsl.Declared;
using GanDsl.HandWritten;
using GanDsl.Tests.Torch.Games;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Declarations;

/// <summary>
/// The game by hand that is read off a declaration, against the one that was written for it: the same weights, noise and data, played side by side without any
/// generated code.
/// </summary>
public class DeclaredGameTests
{
    private const int Steps = 3;
    private const int Count = 8;
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, GameCase> All = new[] { GameCases.Ordinary, GameCases.Smooth, GameCases.Regularized, GameCases.Simultaneous }
        .SelectMany(games => games)
        .Concat(ObjectiveCases.All.ToDictionary(game => $"Objective {game.Key}", game => game.Value))
        .ToDictionary();

    public static TheoryData<string> Games => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Games))]
    public void FromTheSameStart_ItPlaysAsTheOneByHand(string name)
    {
        using var scope = NewDisposeScope();
        using var generated = All[name].Declared();
        var declaration = DeclaredGame.Of(generated.Gan.GetType().DeclaringType!);

        // PlainGan reads LeCam's means as float32.
        var type = declaration.Regularizers.Any(regularizer => regularizer is LeCamAttribute) ? ScalarType.Float32 : ScalarType.Float64;
        var (own, byHand) = (declaration.Players(type), All[name].Players());
        byHand.Generator.to(type);
        byHand.Discriminator.to(type);
        using var declared = new PlainGan(own, declaration.Plain(own));
        using var plain = new PlainGan(byHand, All[name].Game);
        own.CopyFrom(generated);
        byHand.CopyFrom(generated);
        using var data = new StepData(Steps, Count, own.Latent, own.SampleShape);
        for (var step = 0; step < Steps; step++)
        {
            var (reals, latents, generatorLatents, interpolation, perturbation) = data.Steps[step];
            foreach (var game in new[] { declared, plain })
            {
                game.Step(reals.to(type), latents.to(type), generatorLatents.to(type), interpolation.to(type), perturbation.to(type));
            }
        }

        var (actual, expected) = (own.State(), byHand.State());
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (tensor, value) in expected) Values.AssertClose(value, actual[tensor], type == ScalarType.Float64 ? Tolerance : 1e-6, $"{name}: {tensor}");
    }
}
