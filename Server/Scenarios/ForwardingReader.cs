using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>How a balancer passes requests on: how long it waits, when it tries again, whom it leaves out.</summary>
internal static class ForwardingReader
{
    private const long Second = Nanoseconds.PerSecond;

    private static readonly Notation<long> Wait = Notations.Duration.Between(Nanoseconds.PerMillisecond, 600 * Second);
    private static readonly Notation<long> Idle = Notations.Duration.Between(Nanoseconds.PerMillisecond, 3600 * Second);
    private static readonly Notation<long> Out = Notations.Duration.Between(Second, 3600 * Second);

    public static Forwarding Read(MapReader balancer) => new(
        ResponseTimeout(balancer),
        balancer.ReadOr("idle-timeout", 0, Idle.Or("none", 0)),
        balancer.Map("retry") is { } retry ? Retry(retry) : RetryPolicy.None,
        balancer.Map("passive") is { } passive ? Passive(passive) : EjectionPolicy.None,
        balancer.ReadOr("sticky", Stickiness.None, Notations.OneOf<Stickiness>()),
        balancer.ReadOr("sticky-for", 86_400 * Second, Notations.Duration.Between(Second, 604_800 * Second)));

    public static long ResponseTimeout(MapReader map) => map.ReadOr("response-timeout", 0, Wait.Or("none", 0));

    /// <summary>Of a server, for connections from a balancer.</summary>
    public static long IdleTimeout(MapReader role) => role.ReadOr("idle-timeout", 0, Idle.Or("none", 0));

    private static RetryPolicy Retry(MapReader map)
    {
        var usual = RetryPolicy.None;
        var retry = new RetryPolicy(
            map.Read("attempts", Notations.Count.Between(1, 10), 1),
            map.ReadOr("refused", usual.Refused, Notations.Flag),
            map.ReadOr("connect-timeout", usual.ConnectTimeout, Notations.Flag),
            map.ReadOr("reset", usual.Reset, Notations.Flag),
            map.ReadOr("response-timeout", usual.ResponseTimeout, Notations.Flag),
            map.ReadOr("errors", usual.Errors, Notations.Flag),
            map.ReadOr("writes", usual.Writes, Notations.Flag),
            map.ReadOr("redispatch", usual.Redispatch, Notations.Flag),
            map.ReadOr("budget", usual.Budget, Notations.Number.Between(0.01, 1).Or("endless", 0)));
        map.Close();
        return retry;
    }

    private static EjectionPolicy Passive(MapReader map)
    {
        var usual = EjectionPolicy.None;
        var passive = new EjectionPolicy(
            map.Read("failures", Notations.Count.Between(1, 1000), 5),
            map.ReadOr("within", usual.WithinNs, Notations.Duration.Between(Second, 3600 * Second).Or("in-a-row", 0)),
            map.ReadOr("out", usual.BaseNs, Out),
            map.ReadOr("out-at-most", usual.MostNs, Out),
            map.ReadOr("share", usual.Share, Notations.Share),
            map.ReadOr("errors", usual.Errors, Notations.Flag));
        if (passive.MostNs < passive.BaseNs)
            map.Reading.Add(map.At("out-at-most"), "impossible", "out-at-most should not be less than out");
        map.Close();
        return passive;
    }
}
