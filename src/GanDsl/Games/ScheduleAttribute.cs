namespace GanDsl;

/// <summary>The order of the players' updates. A game has one schedule; by default <see cref="AlternatingAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class ScheduleAttribute : Attribute
{
    private protected ScheduleAttribute()
    {
    }
}
