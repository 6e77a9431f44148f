namespace GanDsl.Ilgpu.Kernels;

/// <summary>An optimiser's update of one parameter.</summary>
public interface IUpdate
{
    /// <summary>How many numbers the state of each parameter has, 0 to 4.</summary>
    static abstract int Slots { get; }

    /// <summary>Whether the gradient is scaled by <see cref="Element.Clip"/>.</summary>
    static abstract bool Clips { get; }

    /// <summary>The parameter and its state, after the update.</summary>
    static abstract Element Apply(Element element, UpdateNumbers by);
}

/// <summary>A parameter with its gradient and its state.</summary>
public readonly struct Element(float parameter, float gradient, float a = 0, float b = 0, float c = 0, float d = 0, float clip = 1)
{
    /// <summary>The parameter.</summary>
    public float Parameter { get; } = parameter;

    /// <summary>Its gradient.</summary>
    public float Gradient { get; } = gradient;

    /// <summary>The first number of its state.</summary>
    public float A { get; } = a;

    /// <summary>The second.</summary>
    public float B { get; } = b;

    /// <summary>The third.</summary>
    public float C { get; } = c;

    /// <summary>The fourth.</summary>
    public float D { get; } = d;

    /// <summary>The gradients' clipping factor.</summary>
    public float Clip { get; } = clip;
}

/// <summary>The numbers that all parameters of an update share: up to four, computed in double precision and rounded once.</summary>
public readonly struct UpdateNumbers(double a = 0, double b = 0, double c = 0, double d = 0)
{
    /// <summary>The first number.</summary>
    public float A { get; } = (float)a;

    /// <summary>The second.</summary>
    public float B { get; } = (float)b;

    /// <summary>The third.</summary>
    public float C { get; } = (float)c;

    /// <summary>The fourth.</summary>
    public float D { get; } = (float)d;
}
