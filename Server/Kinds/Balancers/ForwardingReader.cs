using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Balancers;

/// <summary>How a balancer passes requests on: how long it waits, when it tries again, whom it leaves out.</summary>
internal static class ForwardingReader
{
    private const string Ejection = "set-passive-ejection";
    private const long Second = Nanoseconds.PerSecond;


    public static Forwarding Read(MapReader balancer) => new(
        ResponseTimeout(balancer),
        IdleTimeout(balancer),
        balancer.Map("retry") is { } retry ? Retry(retry) : RetryPolicy.None,
        balancer.Map("passive") is { } passive ? Passive(passive) : EjectionPolicy.None,
        balancer.ReadOr("sticky", Stickiness.None, Notations.OneOf<Stickiness>()),
        balancer.ReadOr("sticky-for", 86_400 * Second, Settable.Duration("set-sticky", "seconds")));

    public static long ResponseTimeout(MapReader map) =>
        map.ReadOr("response-timeout", 0, Settable.Duration("set-response-timeout", "seconds", "none"));

    /// <summary>Of a balancer for connections to servers, and of a server for connections from a balancer.</summary>
    public static long IdleTimeout(MapReader map) =>
        map.ReadOr("idle-timeout", 0, Settable.Duration("set-idle-timeout", "seconds", "none"));

    private static RetryPolicy Retry(MapReader map)
    {
        var usual = RetryPolicy.None;
        var retry = new RetryPolicy(
            map.Read("attempts", Settable.Count("set-retries", "attempts"), 1),
            map.ReadOr("refused", usual.Refused, Notations.Flag),
            map.ReadOr("connect-timeout", usual.ConnectTimeout, Notations.Flag),
            map.ReadOr("reset", usual.Reset, Notations.Flag),
            map.ReadOr("response-timeout", usual.ResponseTimeout, Notations.Flag),
            map.ReadOr("errors", usual.Errors, Notations.Flag),
            map.ReadOr("writes", usual.Writes, Notations.Flag),
            map.ReadOr("redispatch", usual.Redispatch, Notations.Flag),
            map.ReadOr("budget", usual.Budget, Settable.Number("set-retries", "budget", "endless")));
        map.Close();
        return retry;
    }

    private static EjectionPolicy Passive(MapReader map)
    {
        var usual = EjectionPolicy.None;
        var passive = new EjectionPolicy(
            map.Read("failures", Settable.Count(Ejection, "failures"), 5),
            map.ReadOr("within", usual.WithinNs, Settable.Duration(Ejection, "within", "in-a-row")),
            map.ReadOr("out", usual.BaseNs, Settable.Duration(Ejection, "out")),
            map.ReadOr("out-at-most", usual.MostNs, Settable.Duration(Ejection, "out")),
            map.ReadOr("share", usual.Share, Settable.Number(Ejection, "most")),
            map.ReadOr("errors", usual.Errors, Notations.Flag));
        if (passive.MostNs < passive.BaseNs)
            map.Reading.Add(map.At("out-at-most"), "impossible", "out-at-most should not be less than out");
        map.Close();
        return passive;
    }
}
