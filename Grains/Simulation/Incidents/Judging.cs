using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Incidents;

/// <summary>Whether somebody named what was really wrong.</summary>
internal static class Judging
{
    /// <summary>
    /// A cause that is gone is still the answer for so long: servers boot, queues empty, and only then does a team think.
    /// </summary>
    private const long GraceNs = 120 * Nanoseconds.PerSecond;

    /// <summary>An alert is raised a few seconds late.</summary>
    private const long RaisingNs = 15 * Nanoseconds.PerSecond;

    /// <summary>Symptoms within this time may be caused by it.</summary>
    public static bool Hurt(CauseSpec cause, long fromNs, long untilNs) =>
        cause.FromNs <= untilNs && cause.UntilNs >= fromNs - RaisingNs;

    /// <summary>It was active at some time between the two moments, or shortly before.</summary>
    public static bool Held(CauseSpec cause, long fromNs, long untilNs) =>
        cause.FromNs <= untilNs && cause.UntilNs >= fromNs - GraceNs;

    public static bool IsAnswer(CauseSpec cause, NamedCause named) =>
        cause.Answers.Any(answer => answer.Failure == named.Failure && answer.Component == named.Component);

    public static Verdict Of(NamedCause named, Incident incident, ImmutableArray<CauseSpec> causes)
    {
        var held = causes.Where(cause => Held(cause, incident.DeclaredNs, named.AtNs)).ToArray();
        return held.Length == 0 ? Verdict.Unknown : Array.Exists(held, cause => IsAnswer(cause, named)) ? Verdict.Right
            : Verdict.Wrong;
    }
}
