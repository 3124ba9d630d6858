using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Scalers.Actions;

/// <summary>How target tracking goes about it: with windows, rates and a tolerance, or with a cool-down.</summary>
internal sealed class SetScalingBehavior : SettingOn<ScalerState, ScalerInput>
{
    private static readonly ScalingBehavior Usual = ScalingBehavior.Usual;

    public override string Id => "set-scaling-behavior";

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ComponentKind Target => ScalerState.Kind;

    public override int Place => 2;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Flag("on", "true"),
        Parameter.Count("every", 1, 300, "15").When("on", "true"),
        Parameter.Number("tolerance", 0, 0.5, "0.1").When("on", "true"),
        Parameter.Duration("upWindow", 0, 3600, "0").When("on", "true"),
        Parameter.Duration("downWindow", 0, 3600, "300").When("on", "true"),
        Parameter.Choice("up", "max", "max", "min", "off").When("on", "true"),
        Parameter.Choice("down", "max", "max", "min", "off").When("on", "true"),
        Parameter.Count("upServers", 0, 100, "4").Unset("0").When("up", "max", "min"),
        Parameter.Count("upPercent", 0, 1000, "100").Unset("0").When("up", "max", "min"),
        Parameter.Count("downServers", 0, 100, "0").Unset("0").When("down", "max", "min"),
        Parameter.Count("downPercent", 0, 1000, "100").Unset("0").When("down", "max", "min"),
        Parameter.Duration("period", 1, 1800, "15").When("on", "true"),
    ];

    internal override ScalerState Act(ScalerState state, ScalerInput input, Command command, Ruling ruling)
    {
        if (!command.Flag("on"))
        {
            ruling.Done(command, ScalerEvents.ScalingBehaviorOff);
            return state with { Policy = state.Policy with { Behavior = null }, Memory = null };
        }

        var (up, down) = (SideOf(command, "up"), SideOf(command, "down"));
        if (up.Rates.IsEmpty || down.Rates.IsEmpty)
        {
            ruling.Refuse(command, ScalerRefusals.ScalingRateMissing);
            return state;
        }

        ruling.Done(command, ScalerEvents.ScalingBehaviorSet, command.Text("upWindow"), command.Text("downWindow"));
        var behavior = new ScalingBehavior(
            command.Number("every") * Nanoseconds.PerSecond, command.Real("tolerance"), up, down);
        return state with { Policy = state.Policy with { Behavior = behavior }, QuietUntilNs = 0 };
    }

    private protected override Args Present(ScalerState state, Command command)
    {
        var (set, behavior) = (state.Policy.Behavior is not null, state.Policy.Behavior ?? Usual);
        var (up, down) = (behavior.Up, behavior.Down);
        return Of(
            ("on", Show(set)), ("every", Show(behavior.EveryNs / Nanoseconds.PerSecond)), ("tolerance", Show(behavior.Tolerance)),
            ("upWindow", Seconds(up.WindowNs)), ("downWindow", Seconds(down.WindowNs)),
            ("up", Name(up.Select)), ("down", Name(down.Select)),
            ("upServers", Show(Amount(up, percent: false))), ("upPercent", Show(Amount(up, percent: true))),
            ("downServers", Show(Amount(down, percent: false))), ("downPercent", Show(Amount(down, percent: true))),
            ("period", Seconds(up.Rates[0].PeriodNs)));
    }

    /// <summary>A file may give a side several rates of a kind, and each a period of its own.</summary>
    private protected override bool CouldSet(ScalerState state)
    {
        if (state.Policy.Behavior is not { } behavior) return true;
        var rates = behavior.Up.Rates.AddRange(behavior.Down.Rates);
        return rates.All(rate => rate.PeriodNs == rates[0].PeriodNs) && IsPlain(behavior.Up) && IsPlain(behavior.Down);
    }

    private static bool IsPlain(ScalingSide side) =>
        side.Rates.Count(rate => rate.Percent) <= 1 && side.Rates.Count(rate => !rate.Percent) <= 1;

    private static int Amount(ScalingSide side, bool percent) =>
        side.Rates.FirstOrDefault(rate => rate.Percent == percent)?.Amount ?? 0;

    /// <summary>A side that is off keeps a rate, which says nothing.</summary>
    private static ScalingSide SideOf(Command command, string side)
    {
        var select = command.Text(side) switch
        {
            "min" => RateChoice.Min,
            "off" => RateChoice.Off,
            _ => RateChoice.Max,
        };
        var period = command.Duration("period");
        var (servers, percent) = (command.Number($"{side}Servers"), command.Number($"{side}Percent"));
        var rates = ImmutableArray.CreateBuilder<ScalingRate>();
        if (servers > 0) rates.Add(new ScalingRate(servers, false, period));
        if (percent > 0 || (servers == 0 && select == RateChoice.Off))
            rates.Add(new ScalingRate(Math.Max(1, percent), true, period));
        return new ScalingSide(command.Duration($"{side}Window"), select, rates.ToImmutable());
    }
}
