namespace GanDsl.Torch;

/// <summary>Whether a pass's gradients will themselves be differentiated, for a penalty on gradients: some layers are then computed differently.</summary>
internal static class SecondDerivatives
{
    [ThreadStatic]
    private static bool wanted;

    /// <summary>Whether passes on this thread are for a penalty.</summary>
    public static bool Wanted => wanted;

    /// <summary>Until the result is disposed, passes on this thread support second derivatives.</summary>
    public static Scope Want()
    {
        wanted = true;
        return default;
    }

    /// <summary>See <see cref="Want"/>.</summary>
    public readonly ref struct Scope
    {
        public void Dispose() => wanted = false;
    }
}
