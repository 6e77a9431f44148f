using System.Globalization;
using GanDsl.Generators.Tests.Harness;
using GanDsl.Matrix;
using Microsoft.CodeAnalysis.Diagnostics;
using static TorchSharp.torch;

namespace GanDsl.Tests.Torch.Games;

/// <summary>
/// Every schedule with every objective, every regulariser and every optimiser, pairwise: each game for ten steps against plain TorchSharp.
/// </summary>
[Trait("Category", "Parity")]
public class MatrixTests
{
    private const int Count = 30;

    private static readonly IReadOnlyList<Combination> Cover = GameMatrix.Whole.Cover();

    private static readonly Lazy<MatrixGames> Games = new(() => MatrixGames.Of(Cover, Packages.Torch, width: 32));

    public static TheoryData<string> Names => [.. Cover.Select(game => game.ToString())];

    [Fact]
    public void EveryPair_IsPlayed_OrIsNoGame()
    {
        var played = Cover.SelectMany(GameMatrix.MeetingsOf).ToHashSet();

        Assert.Equal(GameMatrix.Whole.Meetings.Order(ByText), played.Concat(GameMatrix.Illegal.Keys).Order(ByText));
        Assert.Equal(Cover.Count, Cover.Distinct().Count());

        // Each objective with each regulariser takes as many games at least.
        var least = GameMatrix.Whole.Kinds[1].Count * GameMatrix.Whole.Kinds[2].Count;
        Assert.InRange(Cover.Count, least, least * 11 / 10);
    }

    /// <summary>A game of each pair, and nothing but that pair in its way: what the analyzers say of it.</summary>
    [Fact]
    public async Task WhatIsNoGame_IsADiagnostic_AndNothingElseIs()
    {
        var games = GameMatrix.Whole.Meetings.Select(GameMatrix.Whole.GameOf).ToList();
        var diagnostics = await GanCompilation.Create(MatrixGames.Source(games, width: 2)).WithAnalyzers(UnderTest.NewAnalyzers())
            .GetAnalyzerDiagnosticsAsync();

        var said = diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1]}")
            .Order(StringComparer.Ordinal);

        var expected = GameMatrix.Whole.Meetings
            .Select((meeting, i) => (Rule: GameMatrix.Illegal.GetValueOrDefault(meeting), Number: i))
            .Where(meeting => meeting.Rule is not null)
            .Select(meeting => string.Create(CultureInfo.InvariantCulture, $"{meeting.Rule}: Game{meeting.Number}"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, said);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EachOfTenSteps_IsThatOfPlainTorchSharp(string name)
    {
        var game = Cover.Single(combination => combination.ToString() == name);
        new GameCase(() => TestGame.Of(Games.Value.New(name, "Torch", 1L, CPU)), PlainPlayers.SmoothPoints, MatrixReference.Of(game)).AssertParity(Count);
    }

    private static IComparer<Meeting> ByText => Comparer<Meeting>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));
}
