using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>What somebody looks at, and what was found → what the team sees of it.</summary>
internal static class LookMapper
{
    public static LookView View(Look look) => new(look.Component, look.Kind, look.By, Ms(look.BeganNs), Ms(look.EndsNs));

    public static FindingView View(LookFinding finding) => new(
        $"{finding.Component}/{finding.Kind}", finding.Component, finding.Kind, finding.By, Ms(finding.AtNs),
        Ms(finding.AtNs - finding.BeganNs), [.. finding.Processes.Select(line => View(line, finding.AtNs))],
        [.. finding.Locks.Select(View)], [.. finding.Statements.Select(View)],
        finding.Log is { } log ? new AccessLogView(log.Written, log.Failed, [.. log.Lines.Select(View)]) : null,
        finding.Certificate is { } dates ? new CertificateDatesView(Ms(dates.FromNs), Ms(dates.ExpiresNs), dates.Covers) : null,
        [.. finding.Traces.Select(FeedMapper.View)]);

    private static ProcessView View(ProcessLine line, long atNs) => new(
        Kebab.Of(line.Role), line.Number, line.Port, line.Version, Kebab.Of(line.Condition), line.Busy, line.Threads,
        Math.Round(line.MemoryMiB), Ms(atNs - line.StartedNs), line.Served,
        line is { Busy: > 0, Threads: > 0 } ? Ms(atNs - line.QuietNs) : 0);

    private static LockView View(LockLine line) => new(
        line.Key, line.Holder, line.Write, Kebab.Of(line.State), line.From, Ms(line.HeldNs), line.Waiters, Ms(line.LongestNs),
        [.. line.Queue.Select(waiter => new LockWaiterView(waiter.Class, Ms(waiter.WaitedNs)))]);

    private static StatementView View(StatementLine line) => new(
        line.Class, line.Write, line.Calls, line.Running, Ms(line.MeanNs), Ms(line.WaitNs), Ms(line.MaxNs), Share(line.Share));

    private static AccessLineView View(AccessLine line) => new(
        Ms(line.AtNs), line.Source, line.Class, line.Write, StatusOf(line.Cause),
        line.Cause == Cause.None ? "ok" : Kebab.Of(line.Cause), Ms(line.TookNs),
        line.Upstream, line.Version);

    /// <summary>As nginx answers (499: the client closed the connection first).</summary>
    private static int StatusOf(Cause cause) => cause switch
    {
        Cause.None => 200,
        Cause.Timeout => 499,
        Cause.RateLimited => 429,
        Cause.Blocked => 403,
        Cause.NoTarget or Cause.QueueFull or Cause.QueueTimeout or Cause.LoadShed or Cause.CircuitOpen
            or Cause.BulkheadFull or Cause.ConnectionsFull => 503,
        Cause.Refused or Cause.Cut or Cause.ConnectionClosed => 502,
        Cause.Unreachable or Cause.ResponseTimeout => 504,
        Cause.Certificate => 495,
        _ => 500,
    };
}
