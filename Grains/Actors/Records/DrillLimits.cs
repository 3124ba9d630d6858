namespace OpsGame.Grains.Records;

/// <summary>What one drill and one server hold; beyond it a request is refused with a clear code.</summary>
public static class DrillLimits
{
    /// <summary>More teams than a projector can show or an instructor can follow.</summary>
    public const int Teams = 40;

    /// <summary>Players per team: with more, nobody knows who does what.</summary>
    public const int Players = 12;

    /// <summary>Observers and instructors a drill.</summary>
    public const int Watchers = 100;

    /// <summary>
    /// People in a drill's records, with those who left it after its start: room for all its seats, and for as many who come and
    /// go.
    /// </summary>
    public const int People = 1000;

    /// <summary>Estates of drills that are not finished, a server: each may hold a thread's worth of work.</summary>
    public const int Live = 500;

    /// <summary>Of them, opened from one address, unless a setting says otherwise: a course behind one address.</summary>
    public const int LiveAtAnAddress = 100;

    /// <summary>One address opens a drill so often once it has opened <see cref="OpenedAtOnce"/>.</summary>
    public static readonly TimeSpan OpenedEvery = TimeSpan.FromSeconds(10);

    /// <summary>
    /// One address names a seed so often once it has named <see cref="SeedsAtOnce"/>: that a seed is in play is no secret to who
    /// may try them all.
    /// </summary>
    public static readonly TimeSpan SeedEvery = TimeSpan.FromMinutes(1);

    public const double DefaultSpeed = 1;

    public static readonly double[] Speeds = [0.5, 1, 2, 4, 8];

    /// <summary>A lobby nobody is connected to goes after this long, and its code is free again.</summary>
    public static readonly TimeSpan EmptyLobby = TimeSpan.FromMinutes(10);

    /// <summary>A solo drill without its player ends after this long.</summary>
    public static readonly TimeSpan SoloAbandoned = TimeSpan.FromMinutes(10);

    /// <summary>A running drill nobody is connected to ends after this long.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(30);

    /// <summary>A paused one waits for its people this long; a game day's break is shorter.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromHours(24);

    /// <summary>
    /// Drills an address may open at once that may have so many estates: a whole course presses "play now" together.
    /// </summary>
    public static int OpenedAtOnce(int estates) => Math.Max(40, estates * 2 / 5);

    /// <summary>Seeds an address may name at once: far fewer than it may open drills.</summary>
    public static int SeedsAtOnce(int estates) => OpenedAtOnce(estates) / 4;
}
