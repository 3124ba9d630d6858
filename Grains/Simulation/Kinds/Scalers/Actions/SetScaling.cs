using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Scalers.Actions;

/// <summary>What the scaler goes by: a target, steps, a schedule, or nothing.</summary>
internal sealed class SetScaling : SettingOn<ScalerState, ScalerInput>
{
    /// <summary>It replaces the servers it replaced so far.</summary>
    private const string Keep = "keep";

    public override string Id => "set-scaling";

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ComponentKind Target => ScalerState.Kind;

    public override int Place => 1;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Choice("policy", "target", "off", "target", "step", "schedule"), Parameter.Count("min", 0, 100, "1"),
        Parameter.Count("max", 1, 100, "10"),
        new ParameterSpec("schedule", ScalingSchedule.Parameter, 0, ScalingSchedule.Most, ScalingSchedule.Keep, [])
        {
            Read = (name, value) => ScalingSchedule.Read(name, value, out _),
        }.When("policy", "schedule", "target", "step"),
        Parameter.Number("target", 0.05, 0.95, "0.5").When("policy", "target"),
        Parameter.Duration("cooldown", 0, 3600, "300").When("policy", "target", "step"),
        Parameter.Duration("warmup", 0, 3600, "300").When("policy", "target", "step"),
        Parameter.Number("above", 0, 1, "0.7").When("policy", "step"),
        Parameter.Number("below", 0, 1, "0.3").When("policy", "step"),
        Parameter.Count("change", 1, 50, "1").When("policy", "step"),
        Parameter.Choice("health", Keep, Keep, "server", "balancer").When("policy", "schedule", "target", "step"),
    ];

    internal override Refusal? Refuses(Command command, IEstate estate) =>
        ScalingSchedule.Read("schedule", command.Text("schedule"), out var schedule) is null
        && schedule.LastOrDefault() is { } last && estate.DurationNs < last.AtNs
            ? Refusal.Of(
                ScalerRefusals.ScheduleBeyondDrill, "schedule", Durations.Show(last.AtNs), Durations.Show(estate.DurationNs))
            : null;

    internal override ScalerState Act(ScalerState state, ScalerInput input, Command command, Ruling ruling)
    {
        var given = command.TextOr("schedule", ScalingSchedule.Keep);
        ScalingSchedule.Read("", given, out var schedule);
        if (given == ScalingSchedule.Keep) schedule = state.Policy.Schedule;
        var policy = PolicyOf(command, schedule, state.Policy);
        // logs older than the choice may have the policy without one
        var lacksSchedule = policy.LacksSchedule && command.Args.ContainsKey("schedule");
        var refusal = !policy.MinIsBelowMax ? ScalerRefusals.ScalingMinAboveMax
            : !policy.StepsAreApart ? ScalerRefusals.ScalingBelowAbove
            : lacksSchedule ? ScalerRefusals.ScalingScheduleMissing
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, command.Text("min"), command.Text("max"));
            return state;
        }

        if (policy.Kind == ScalingKind.Schedule)
            ruling.Done(
                command, ScalerEvents.ScalingScheduled, ScalingSchedule.Show(schedule), command.Text("min"), command.Text("max"));
        else
            ruling.Done(command, ScalerEvents.ScalingSet, command.Text("policy"), command.Text("min"), command.Text("max"));
        // a new policy decides at once
        return state with { Policy = policy, QuietUntilNs = 0, Health = HealthOf(command, state.Health) };
    }

    private static ScalerHealth HealthOf(Command command, ScalerHealth before) => command.TextOr("health", Keep) switch
    {
        "server" => ScalerHealth.Server,
        "balancer" => ScalerHealth.Balancer,
        _ => before,
    };

    private protected override Args Present(ScalerState state, Command command)
    {
        var policy = state.Policy;
        var up = policy.Steps.Where(step => step.Above).MinBy(step => step.Threshold);
        var down = policy.Steps.Where(step => !step.Above).MaxBy(step => step.Threshold);
        return Of(
            ("policy", Name(policy.Kind)), ("min", Show(policy.Min)), ("max", Show(policy.Max)), ("target", Show(policy.Target)),
            ("cooldown", Seconds(policy.CooldownNs)), ("warmup", Seconds(policy.WarmupNs)),
            ("above", up is null ? Initial("above") : Show(up.Threshold)),
            ("below", down is null ? Initial("below") : Show(down.Threshold)),
            ("change", up is null ? Initial("change") : Show(up.Change)), ("schedule", ScalingSchedule.Show(policy.Schedule)),
            ("health", Name(state.Health)));
    }

    private protected override bool CouldSet(ScalerState state) =>
        state.Policy.Kind != ScalingKind.Step
        || (state.Policy.Steps.Length == 2 && state.Policy.Steps[0].Above != state.Policy.Steps[1].Above
            && state.Policy.Steps[0].Change == state.Policy.Steps[1].Change);

    private static ScalingPolicy PolicyOf(Command command, ImmutableArray<ScheduledSize> schedule, ScalingPolicy before) =>
        before with
    {
        Kind = command.Text("policy") switch
        {
            "target" => ScalingKind.Target,
            "step" => ScalingKind.Step,
            "schedule" => ScalingKind.Schedule,
            _ => ScalingKind.Off,
        },
        Min = command.Number("min"),
        Max = command.Number("max"),
        Target = command.Real("target"),
        CooldownNs = command.Duration("cooldown"),
        WarmupNs = command.Duration("warmup"),
        Steps =
        [
            new ScalingStep(true, command.Real("above"), command.Number("change")),
            new ScalingStep(false, command.Real("below"), command.Number("change")),
        ],
        Schedule = schedule,
    };

    private string Initial(string name) => ParameterOf(name)!.Initial;
}
