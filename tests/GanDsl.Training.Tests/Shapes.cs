namespace GanDsl.Training.Tests;

internal readonly struct S1x2x3 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [1, 2, 3];

    public static int Elements => 6;
}

internal readonly struct S2x3 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [2, 3];

    public static int Elements => 6;
}

internal readonly struct S6 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [6];

    public static int Elements => 6;
}

internal readonly struct S1x28x28 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [1, 28, 28];

    public static int Elements => 784;
}

internal readonly struct S3x2x1 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [3, 2, 1];

    public static int Elements => 6;
}

internal readonly struct S3x2x4 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [3, 2, 4];

    public static int Elements => 24;
}

internal readonly struct S3x16x16 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [3, 16, 16];

    public static int Elements => 768;
}

internal readonly struct S1x8x8 : IShape
{
    public static ReadOnlySpan<int> Dimensions => [1, 8, 8];

    public static int Elements => 64;
}
