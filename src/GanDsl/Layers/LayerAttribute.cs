namespace GanDsl;

/// <summary>One layer of a network. Layers run in source order; their input widths come from the layer before.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }
}
