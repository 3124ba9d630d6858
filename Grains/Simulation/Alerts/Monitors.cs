using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Alerts;

/// <summary>
/// The monitors every estate has, once a simulated second: they see symptoms, as real ones do, never causes. Here is what users
/// suffer; what is seen at components, their kinds say.
/// </summary>
internal static class Monitors
{
    public const string Errors = "alert-errors";
    public const string Slow = "alert-slow";
    public const string NoHealthyTarget = "alert-no-healthy-target";

    private const double ErrorShare = 0.05;
    private const int LeastRequests = 5;

    public static IEnumerable<Finding> Find(ClassTelemetry now, ClassSpec users)
    {
        if (!users.Counts) yield break;
        var finished = now.Answered + now.Failed;
        if (finished >= LeastRequests && now.Failed > ErrorShare * finished)
            yield return new Finding(Errors, users.Id, true, [users.Id]);
        if (now.Answered >= LeastRequests && now.Latency.P95 > 4 * users.TargetNs)
            yield return new Finding(Slow, users.Id, true, [users.Id]);
    }
}
