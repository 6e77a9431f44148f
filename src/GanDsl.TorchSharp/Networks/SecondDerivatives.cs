namespace GanDsl.Torch;

/// <summary>Whether gradients of what a pass computes will be differentiated themselves, as a penalty on gradients wants: some layers are computed otherwise then.</summary>
internal static class SecondDerivatives
{
    [ThreadStatic]
    private static bool wanted;

    /// <summary>Whether passes on this thread are for a penalty.</summary>
    public static bool Wanted => wanted;

    /// <summary>Until the result is disposed, passes on this thread are made for gradients that are differentiated, too.</summary>
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
