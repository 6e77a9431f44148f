using GanDsl.HandWritten;
using GanDsl.Benchmarks.Works;

namespace GanDsl.Benchmarks.Contenders;

/// <summary>Until the generator emits the games: a second hand-written side, so that the harness itself can be tested. It must win and lose nothing.</summary>
public static class Generated
{
    public static IContender Mlp2d(long seed) => Plain(PlainMlp2d.Create(), seed);

    public static IContender Mlp28x28(long seed) => Plain(PlainMlp28x28.Create(), seed);

    public static IContender Dcgan28x28(long seed) => Plain(PlainDcgan28x28.Create(), seed);

    private static PlainContender Plain(PlainPair players, long seed)
    {
        _ = seed;
        return new PlainContender(new PlainGan(players, Work.Game));
    }
}
