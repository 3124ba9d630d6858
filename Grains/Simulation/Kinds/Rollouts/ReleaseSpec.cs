using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>A version that may be rolled out.</summary>
/// <param name="WebFactor">Work of the web role times this; likewise App and Db. 1: as before.</param>
/// <param name="ErrorRate">0–1: share of requests its application answers with an error.</param>
/// <param name="FromNs">The delivery window opens.</param>
/// <param name="UntilNs">The delivery window closes.</param>
/// <param name="LeakKiB">Memory an application process keeps forever of each request it has worked on, 0–10 000.</param>
/// <param name="Coexists">May serve at one time with other versions (default). False: whoever begins to serve migrates the data
/// there are, and what one version writes while another one serves is wrong for that one, until the writer serves no
/// more.</param>
/// <param name="LockOrder">Its transactions lock in this order; null: as each class does.</param>
/// <param name="NewPages">Its pages are other ones than those of versions without it: once these serve no more, a page of
/// theirs that an edge still has is wrong.</param>
public sealed record ReleaseSpec(
    string Version, LocalText Title, double WebFactor, double AppFactor, double DbFactor, double ErrorRate, long FromNs,
    long UntilNs,
    double LeakKiB = 0, bool Coexists = true, LockOrder? LockOrder = null, bool NewPages = false);
