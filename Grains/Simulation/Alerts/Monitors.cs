using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Alerts;

/// <summary>
/// The monitors every estate has, once a simulated second: they see symptoms, as real ones do, never causes. Here is what users
/// suffer; what is seen at components, their kinds say.
/// </summary>
internal static class Monitors
{
    public static AlertKind Errors { get; } = new("alert-errors", Nearness.Suffering, Critical: true, HurtsUsers: true);

    public static AlertKind Slow { get; } = new("alert-slow", Nearness.Suffering, Critical: true, HurtsUsers: true);

    private const double ErrorShare = 0.05;
    private const int LeastRequests = 5;

    public static IEnumerable<Finding> Find(ClassTelemetry now, ClassSpec users)
    {
        if (!users.Counts) yield break;
        var finished = now.Answered + now.Failed;
        if (finished >= LeastRequests && now.Failed > ErrorShare * finished)
            yield return new Finding(Errors, users.Id, [users.Id]);
        if (now.Answered >= LeastRequests && now.Latency.P95 > 4 * users.TargetNs)
            yield return new Finding(Slow, users.Id, [users.Id]);
    }
}
