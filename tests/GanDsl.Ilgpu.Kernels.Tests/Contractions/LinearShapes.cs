using GanDsl.Ilgpu.Kernels;

namespace GanDsl.Ilgpu.Tests.Contractions;

internal static class LinearShapes
{
    public static IReadOnlyList<ContractionCase> All { get; } =
    [
        new LinearCase<From1To1>(),
        new LinearCase<From2To24>(),
        new LinearCase<From7To1>(),
        new LinearCase<From13To17>(),
        new LinearCase<From16To8>(),
        new LinearCase<From100To9>(),
        new LinearCase<From9To64>(),
    ];

    internal readonly struct From1To1 : ILinear
    {
        public static int Inputs => 1;
        public static int Outputs => 1;
    }

    internal readonly struct From2To24 : ILinear
    {
        public static int Inputs => 2;
        public static int Outputs => 24;
    }

    internal readonly struct From7To1 : ILinear
    {
        public static int Inputs => 7;
        public static int Outputs => 1;
    }

    internal readonly struct From13To17 : ILinear
    {
        public static int Inputs => 13;
        public static int Outputs => 17;
    }

    internal readonly struct From16To8 : ILinear
    {
        public static int Inputs => 16;
        public static int Outputs => 8;
    }

    internal readonly struct From100To9 : ILinear
    {
        public static int Inputs => 100;
        public static int Outputs => 9;
    }

    internal readonly struct From9To64 : ILinear
    {
        public static int Inputs => 9;
        public static int Outputs => 64;
    }
}
