using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>One of a server's own checks: startup, liveness or readiness. Its defaults are Kubernetes'.</summary>
internal sealed class SetServerCheck : ServerSetting
{
    public override string Id => "set-server-check";

    public override int Place => 23;

    public override ActionTopic Topic => ActionTopic.Checks;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Choice("check", "liveness", "startup", "liveness", "readiness"), Parameter.Flag("on", "true"),
        Parameter.Choice("path", "shallow", "shallow", "deep"), Parameter.Duration("delay", 0, 3600, "0"),
        Parameter.Duration("interval", 1, 300, "10"), Parameter.Duration("timeout", 0.25, 60, "1"),
        Parameter.Count("unhealthyAfter", 1, 100, "3"),
        Parameter.Count("healthyAfter", 1, 10, "1").When("check", "readiness"),
    ];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var kind = KindOf(command);
        var check = command.Flag("on") ? CheckOf(command, kind) : null;
        var refusal = !state.TakesUsers ? ServerRefusals.RoleMissing
            : check is not null && check.TimeoutNs >= check.IntervalNs ? ServerRefusals.CheckTimeoutTooLong
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, refusal == ServerRefusals.RoleMissing
                ? [ServerProcesses.NameOf(Role.App)]
                : [command.Text("timeout"), command.Text("interval")]);
            return state;
        }

        var checks = (state.Checks ?? OwnChecks.None).With(kind, check);
        if (check is null) ruling.Done(command, ServerEvents.CheckOff, command.Text("check"));
        else
        {
            ruling.Done(
                command, ServerEvents.CheckSet, command.Text("check"), command.Text("interval"), command.Text("timeout"));
        }

        if (checks == OwnChecks.None) return state with { Checks = null, Health = null };
        return state with { Checks = checks, Health = Carried(state, kind, check, input.NowNs) };
    }

    private protected override bool Applies(ServerState state, IEstate estate) => state.TakesUsers;

    private protected override Args? Present(ServerState state, Command command)
    {
        if (!state.TakesUsers) return null;
        var kind = KindOf(command);
        return state.Checks?.Of(kind) is not { } check
            ? Of(("check", command.TextOr("check", "liveness")), ("on", Show(false)))
            : Of(
                ("check", Name(kind)), ("on", Show(true)), ("path", check.Deep ? "deep" : "shallow"),
                ("delay", Seconds(check.DelayNs)), ("interval", Seconds(check.IntervalNs)),
                ("timeout", Seconds(check.TimeoutNs)),
                ("unhealthyAfter", Show(check.Failures)), ("healthyAfter", Show(check.Successes)));
    }

    /// <summary>What is known stays so; the check that is set counts anew.</summary>
    private static OwnHealth? Carried(ServerState state, CheckKind kind, OwnCheck? check, long nowNs)
    {
        if (state.Lifecycle != Lifecycle.Running) return state.Health;
        var health = state.Health ?? OwnChecking.Begin(OwnChecks.None, nowNs);
        var tally = health.Of(kind);
        health = health.With(
            kind, new CheckTally(check is null ? 0 : Math.Min(Math.Max(tally.NextNs, nowNs), nowNs + check.IntervalNs), 0, 0));
        // what nobody asks any more does not hold it back
        if (kind == CheckKind.Startup && check is null) health = health with { Started = true };
        return kind == CheckKind.Readiness && check is null ? health with { Ready = health.Started } : health;
    }

    private static CheckKind KindOf(Command command) => command.TextOr("check", "liveness") switch
    {
        "startup" => CheckKind.Startup,
        "readiness" => CheckKind.Readiness,
        _ => CheckKind.Liveness,
    };

    private static OwnCheck CheckOf(Command command, CheckKind kind) => new(
        command.Text("path") == "deep", command.Duration("delay"), command.Duration("interval"), command.Duration("timeout"),
        command.Number("unhealthyAfter"), kind == CheckKind.Readiness ? command.Number("healthyAfter") : 1);
}
