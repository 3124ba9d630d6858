using MessagePack;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Wire;

/// <summary>What an organiser may do that others must be able to see later.</summary>
public enum OrganiserAct
{
    SignedIn,
    SignedOut,
    SignedOutEverywhere,
    NewLink,
    Oversaw,
    DrillsEnded,
    DrillsDeleted,
    NamesRemoved,
}

/// <summary>A line of the log of what organisers did.</summary>
/// <param name="Who">The sign-in, which has a name of its own, and the address it was done from.</param>
/// <param name="About">Codes of the drills; empty: nothing more is to be said.</param>
[MessagePackObject]
public sealed record AuditLine(
    [property: Key("at")] string At,
    [property: Key("who")] string Who,
    [property: Key("act"), OneOf(typeof(OrganiserAct))] string Act,
    [property: Key("about")] string About);
