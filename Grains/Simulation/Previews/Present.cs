using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Previews.Undoing;

namespace OpsGame.Simulation.Previews;

/// <summary>Settings of several values, as their actions' arguments.</summary>
internal static class Present
{
    /// <summary>Of the role asked for, else of the first one; what is about to be reloaded counts.</summary>
    public static (string, string)[]? Threads(ServerState server, Command command)
    {
        var roles = server.Roles.Where(role => role.Role != Role.Db)
            .Select(role => server.NextRoles.FirstOrDefault(next => next.Role == role.Role) ?? role).ToArray();
        var of = Array.Find(roles, role => Name(role.Role) == command.TextOr("role", "app")) ?? roles.FirstOrDefault();
        return of is null ? null : [("role", Name(of.Role)), ("processes", Show(of.Processes)), ("threads", Show(of.Threads))];
    }

    public static (string, string)[]? Weight(BalancerState balancer, Command command)
    {
        var target = balancer.Targets.FirstOrDefault(target => target.Server == command.TextOr("server", ""));
        return target is null ? null : [("server", target.Server), ("weight", Show(target.Weight))];
    }

    public static (string, string)[] Check(HealthCheck check) =>
    [
        ("path", Name(check.Path)), ("interval", Seconds(check.IntervalNs)), ("timeout", Seconds(check.TimeoutNs)),
        ("unhealthyAfter", Show(check.UnhealthyAfter)), ("healthyAfter", Show(check.HealthyAfter)),
    ];

    /// <summary>Around calls to a database, or a server's web role's to the application.</summary>
    public static (string, string)[]? Breaker(object component) => component switch
    {
        DatabaseState database => Breaker(database.Breaker),
        ServerState { HasWeb: true } server => Breaker(server.Breaker),
        _ => null,
    };

    private static (string, string)[] Breaker(BreakerSpec? breaker) => breaker is null
        ? [("on", "false")]
        :
        [
            ("on", "true"), ("errors", Show(breaker.FailedShare)), ("window", Show(breaker.Window)), ("calls", Show(breaker.LeastCalls)),
            ("open", Seconds(breaker.OpenNs)), ("tries", Show(breaker.Tries)),
        ];

    /// <summary>Of the steps the nearest up and the nearest down; where there are none, those the action would set.</summary>
    public static (string, string)[] Scaling(ScalingPolicy policy)
    {
        var up = policy.Steps.Where(step => step.Above).MinBy(step => step.Threshold);
        var down = policy.Steps.Where(step => !step.Above).MaxBy(step => step.Threshold);
        return
        [
            ("policy", Name(policy.Kind)), ("min", Show(policy.Min)), ("max", Show(policy.Max)), ("target", Show(policy.Target)),
            ("cooldown", Seconds(policy.CooldownNs)), ("warmup", Seconds(policy.WarmupNs)),
            ("above", up is null ? Initial("above") : Show(up.Threshold)), ("below", down is null ? Initial("below") : Show(down.Threshold)),
            ("change", up is null ? Initial("change") : Show(up.Change)), ("schedule", ScalingSchedule.Show(policy.Schedule)),
        ];

        static string Initial(string name) => ActionCatalogue.ParameterOf(Actions.SetScaling, name)!.Initial;
    }

    /// <summary>A scenario may have more steps than the action sets.</summary>
    public static bool IsOnlyScaling(ScalerState scaler) => scaler.Policy.Kind != ScalingKind.Step
        || (scaler.Policy.Steps.Length == 2 && scaler.Policy.Steps[0].Above != scaler.Policy.Steps[1].Above
            && scaler.Policy.Steps[0].Change == scaler.Policy.Steps[1].Change);
}
