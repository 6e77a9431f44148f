namespace GanDsl;

/// <summary>A penalty that D minimises beside its loss, on the size of its gradient with respect to samples. Per-sample norms; a mean over the batch.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class RegularizerAttribute : Attribute
{
    private protected RegularizerAttribute()
    {
    }
}
