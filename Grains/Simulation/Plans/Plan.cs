using System.Collections.Immutable;

namespace OpsGame.Simulation.Plans;

/// <summary>
/// A strategy written down: commands at times or on conditions. Recorded commands are a plan whose steps all have their time.
/// </summary>
/// <param name="Steps">In the order in which they are given where several are due in one tick.</param>
public sealed record Plan(string Id, LocalText Title, ImmutableArray<PlanStep> Steps);

/// <summary>One command of a plan, and when it is given.</summary>
/// <param name="Line">Where it stands in its file, from 1.</param>
/// <param name="AtNs">Given in the first tick that begins at or after this moment; with a condition: looked at from then
/// on.</param>
/// <param name="When">Null: at its time, whatever happens.</param>
/// <param name="AfterNs">How long after the condition was met.</param>
/// <param name="Times">How often at most, 1 – 1000.</param>
/// <param name="PauseNs">From one time to the next.</param>
/// <param name="Target">A component; <see cref="Alert"/>: the alert that met the condition.</param>
public sealed record PlanStep(
    int Line, long AtNs, Condition? When, long AfterNs, int Times, long PauseNs,
    string By, string Action, string Target, ImmutableSortedDictionary<string, string> Args)
{
    /// <summary>As a target: whichever alert met the condition, or the oldest that nobody has acknowledged.</summary>
    public const string Alert = "alert";

    /// <summary>The condition is no longer looked at from then on.</summary>
    public long UntilNs { get; init; } = long.MaxValue;
}
