using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Server.Formats;
using OpsGame.Server.Texts;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Plans;

/// <summary>
/// One step: {at: 2m10s, action: detach, target: balancer, args: {server: web-1}, by: ann}, or with a condition instead of a
/// time. What only play can know (an alert's id, a server bought on the way) is checked in play.
/// </summary>
internal sealed class StepReader(World world, string by = StepReader.Somebody)
{
    public const string Somebody = "operator";

    private const int MostText = 64;
    private const int MostTimes = 1000;
    private const long UsualPauseNs = 30 * Nanoseconds.PerSecond;

    private static readonly Notation<string> AnyAction = ActionOf(ActionCatalogue.Distinct);

    /// <summary>A drill's recording has what its instructor injected; a plan that could would choose its own luck.</summary>
    private static readonly Notation<string> OperatorAction =
        ActionOf(ActionCatalogue.Distinct.Where(spec => !spec.InstructorOnly));

    private readonly ConditionReader _conditions = new(world.Scenario);
    private bool _buys;

    /// <summary>A step of a plan.</summary>
    public PlanStep Read(MapReader map)
    {
        var when = map.Map("when", says: "at its time, whatever happens") is { } condition ? _conditions.Read(condition) : null;
        var moment = Notations.Moment(world.Scenario.DurationNs);
        var atNs = when is null
            ? map.Read("at", moment, 0)
            : map.ReadOr("at", 0, moment, "0s with a condition, else required");
        var untilNs = when is null ? long.MaxValue : map.ReadOr("until", long.MaxValue, moment, "the end of the drill");
        var time = Notations.Duration.Between(0, Limits.DrillNs);
        return Finish(map, faults: false, new PlanStep(
            Line(map), atNs, when,
            map.ReadOr("after", 0, time), map.ReadOr("times", 1, Notations.Count.Between(1, MostTimes)),
            map.ReadOr("pause", UsualPauseNs, Notations.Duration.Between(Nanoseconds.PerTick, Limits.DrillNs)),
            by, "", "", NoArgs) { UntilNs = untilNs });
    }

    /// <summary>A recorded command.</summary>
    public PlanStep Recorded(MapReader map)
    {
        var atNs = map.Read("at", Notations.Moment(world.Scenario.DurationNs), 0);
        return Finish(map, faults: true, new PlanStep(Line(map), atNs, null, 0, 1, UsualPauseNs, by, "", "", NoArgs));
    }

    private static ImmutableSortedDictionary<string, string> NoArgs { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static Notation<string> ActionOf(IEnumerable<ActionSpec> specs)
    {
        var ids = specs.Select(spec => spec.Id).Order(StringComparer.Ordinal).ToImmutableArray();
        return new Notation<string>(
            "action-unknown", $"one of {string.Join(", ", ids)}",
            new Shape("string", "action") { Choices = ids, Range = "an action of the controls" },
            (string text, out string value) => ids.Contains(value = text), value => value);
    }

    private static int Line(MapReader map) => Math.Max(1, (int)map.Node.Start.Line);

    private PlanStep Finish(MapReader map, bool faults, PlanStep step)
    {
        var word = Notations.Text(MostText);
        var action = map.Read("action", faults ? AnyAction : OperatorAction, "");
        var target = map.Read("target", word, "");
        var who = map.ReadOr("by", step.By, Notations.Text(Limits.NameLength), faults ? null : "the plan's");
        var given = map.Map("args");
        var spec = ActionCatalogue.Find(action);
        var args = given is null ? [] : ReadArgs(given, spec);
        map.Close();
        if (action.Length == 0 || target.Length == 0) return step;
        var refusal = ActionCatalogue.Check(action, args, out var complete);
        var command = new Command("step", who, action, target, complete);
        refusal ??= world.Check(command) is { } unfit && !MayComeToBe(unfit, action) ? unfit : null;
        if (refusal is not null)
            map.Reading.Add(Place(map, given, refusal), refusal.Code, TextCatalogue.Embedded.Of(refusal.Code, refusal.Args));
        _buys |= spec is { Buys: true };
        return step with { By = who, Action = action, Target = target, Args = complete };
    }

    /// <summary>The log has durations as seconds; people write them with their unit. Both are right.</summary>
    private static Dictionary<string, string> ReadArgs(MapReader map, ActionSpec? spec)
    {
        var args = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in map.Keys)
        {
            var parameter = spec?.Parameters.FirstOrDefault(known => known.Name == name);
            var value = map.Any(name, parameter?.Kind.Shape switch
            {
                ParameterShape.Text => IncidentDesk.StatusLength,
                ParameterShape.Notation => parameter.Kind.MostLength,
                _ => MostText,
            });
            args[name] = parameter is { Kind.Shape: ParameterShape.Duration } && Units.TryDuration(value, out var ns)
                ? Nanoseconds.ToSeconds(ns).ToString("R", CultureInfo.InvariantCulture)
                : value;
        }

        return args;
    }

    private bool MayComeToBe(Refusal refusal, string action) =>
        (refusal.Is(CommandRefusals.TargetUnknown) && (_buys || action == "acknowledge"))
            || (_buys && (refusal.Is(ServerRefusals.Unknown) || refusal.Is(ComponentRefusals.AddressUnknown)
                || refusal.Is(CommandRefusals.ComponentUnknown)));

    /// <summary>At the argument it is about, where it names one.</summary>
    private static YamlNode Place(MapReader map, MapReader? args, Refusal refusal)
    {
        if (refusal.Code.StartsWith("action-", StringComparison.Ordinal)) return map.At("action");
        if (refusal.Is(CommandRefusals.TargetUnknown)) return map.At("target");
        var named = args?.Keys.FirstOrDefault(refusal.Args.Contains)
            ?? args?.Keys.FirstOrDefault(name => refusal.Args.Contains(ValueOf(args, name)));
        return named is null ? args?.Node ?? map.Node : args!.At(named);
    }

    private static string ValueOf(MapReader map, string key) => (map.At(key) as YamlScalarNode)?.Value ?? "";
}
