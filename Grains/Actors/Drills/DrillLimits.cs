namespace OpsGame.Grains.Drills;

/// <summary>What one drill and one server hold; beyond it a request is refused with a clear code.</summary>
public static class DrillLimits
{
    /// <summary>More teams than a projector can show or an instructor can follow.</summary>
    public const int Teams = 40;

    /// <summary>Players a team: beyond it nobody knows who does what.</summary>
    public const int Players = 12;

    /// <summary>Observers and instructors a drill.</summary>
    public const int Watchers = 100;

    /// <summary>Drills that are not finished, a server: each may hold a thread's worth of work.</summary>
    public const int Live = 500;

    public const double DefaultSpeed = 1;

    public static readonly double[] Speeds = [0.5, 1, 2, 4, 8];

    /// <summary>A solo drill without its player ends after this long.</summary>
    public static readonly TimeSpan SoloAbandoned = TimeSpan.FromMinutes(10);

    /// <summary>Any drill nobody is connected to ends after this long; a game day's break is shorter.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromHours(24);
}
