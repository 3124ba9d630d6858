using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Breakers;

/// <summary>
/// What people make of circuit breakers: a server's own around its calls to the application, everybody's around those to the
/// database.
/// </summary>
internal static class BreakerRules
{
    public static ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Flag("on", "true"), Parameter.Number("errors", 0.01, 1, "0.5"), Parameter.Count("window", 1, 1000, "100"),
        Parameter.Count("calls", 1, 1000, "100"), Parameter.Duration("open", 0.25, 3600, "60"),
        Parameter.Count("tries", 1, 1000, "10"), Parameter.Wait("slow", 600, "0"),
        Parameter.Number("slowShare", 0.01, 1, "1"),
    ];

    /// <summary>As the command has it; as it was where that is refused.</summary>
    public static BreakerSpec? Set(BreakerSpec? present, Command command, bool toDatabase, Ruling ruling)
    {
        if (!command.Flag("on"))
        {
            ruling.Done(command, toDatabase ? BreakerEvents.Off : BreakerEvents.AppBreakerOff);
            return null;
        }

        var breaker = new BreakerSpec(
            command.Real("errors"), command.Number("window"), command.Number("calls"), command.Duration("open"),
            command.Number("tries"), Nanoseconds.FromSeconds(command.RealOr("slow", 0)), command.RealOr("slowShare", 1));
        if (!breaker.HoldsEnough)
        {
            ruling.Refuse(command, BreakerRefusals.WindowShort, command.Text("window"));
            return present;
        }

        ruling.Done(
            command, toDatabase ? BreakerEvents.Set : BreakerEvents.AppBreakerSet,
            command.Text("errors"), command.Text("calls"), command.Text("open"));
        return breaker;
    }

    /// <summary>As a command would set it; null is none.</summary>
    public static Args Present(BreakerSpec? breaker) => breaker is null
        ? Of(("on", Show(false)))
        : Of(
            ("on", Show(true)), ("errors", Show(breaker.FailedShare)), ("window", Show(breaker.Window)),
            ("calls", Show(breaker.LeastCalls)), ("open", Seconds(breaker.OpenNs)), ("tries", Show(breaker.Tries)),
            ("slow", Seconds(breaker.SlowNs)), ("slowShare", Show(breaker.SlowShare)));
}
