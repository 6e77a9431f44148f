namespace GanDsl;

/// <summary>When the players of a game move. A game has one schedule; <see cref="AlternatingAttribute"/> with its defaults where none is written.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class ScheduleAttribute : Attribute
{
    private protected ScheduleAttribute()
    {
    }
}
