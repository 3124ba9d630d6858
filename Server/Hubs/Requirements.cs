namespace OpsGame.Server.Hubs;

/// <summary>Who may call a hub method. Checked by <see cref="HubGate"/> before the method runs.</summary>
internal enum Who
{
    /// <summary>Somebody with a seat.</summary>
    Seated,

    /// <summary>A player: their team's estate is theirs.</summary>
    Player,

    /// <summary>A player or an instructor: who may do something to the estate in view.</summary>
    Actor,

    /// <summary>An instructor or an observer.</summary>
    Watcher,

    /// <summary>An instructor, or the player of a solo drill.</summary>
    Director,

    Instructor,

    /// <summary>An instructor, or the player of a sandbox.</summary>
    Injector,

    /// <summary>Signed in as the organiser of this server.</summary>
    Organiser,
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class ForAttribute(Who who) : Attribute
{
    public Who Who => who;
}

/// <summary>
/// Whoever knows a drill's code comes in, so it can be guessed: not after too many wrong ones. A seat's token cannot be guessed;
/// its owner comes back whatever others at the same address do.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ByCodeAttribute : Attribute;
