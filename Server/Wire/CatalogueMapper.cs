using OpsGame.Grains.Storage;
using OpsGame.Server.Formats;
using OpsGame.Server.Texts;
using OpsGame.Simulation;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using static OpsGame.Server.Wire.Terms.WireUnits;
using SimulatedParameter = OpsGame.Simulation.Ticks.ParameterSpec;

namespace OpsGame.Server.Wire;

/// <summary>What a drill offers → the cards and forms the client makes of it.</summary>
internal sealed class CatalogueMapper(TextCatalogue texts)
{
    public static ScenarioCard View(Scenario scenario) => new(
        scenario.Id, scenario.Version, View(scenario.Title), View(scenario.Summary), View(scenario.Teaches), View(scenario.Brief),
        Seconds(scenario.DurationNs) / 60, scenario.Difficulty,
        [.. scenario.Classes.Select(each => new ClassCard(
            each.Id, View(each.Title), Ms(each.TargetNs), Ms(each.PatienceNs),
            [.. each.Features.Select(feature => new FeatureCard(feature.Id, View(feature.Title), feature.Worth))]))],
        [.. scenario.Sizes.Select(size => new SizeCard(size.Id, size.Cores, size.MemoryMiB, Dollars(size.NanoDollarsPerHour)))],
        [.. scenario.Releases.Select(release =>
            new ReleaseCard(release.Version, View(release.Title), Seconds(release.FromNs), Seconds(release.UntilNs)))],
        [.. scenario.Objectives.Select(objective => new ObjectiveCard(objective.Id, View(objective.Text)))],
        Sketch(scenario));

    private static SketchCard Sketch(Scenario scenario) => new(
        scenario.Tls is not null, scenario.Edge is not null, scenario.Balancer is not null, scenario.Inner is not null,
        [.. scenario.Racks.Select(rack => scenario.Servers.Where(server => server.Rack == rack.Id).Select(Tiers).ToArray())],
        scenario.Cache is not null, (scenario.Database?.Servers.Count() ?? 1) - 1,
        scenario.Classes.Any(users => users.Exclusive is not null || users.Locks > 1), !scenario.Scalers.IsEmpty,
        scenario.Spec<QueueSpec>() is not null);

    private static string Tiers(ServerSpec server) =>
        string.Concat(
            server.Roles.Select(role => role.Role == Role.Worker ? 'j' : char.ToLowerInvariant(role.Role.ToString()[0])));

    /// <summary>The actions of a player. What may be chosen in them a form is told when it is opened.</summary>
    public static ActionSpec[] Actions(Scenario scenario) =>
        Actions(scenario, parameter => [.. parameter.Choices]);

    /// <summary>Likewise for a text that is written before there is an estate, with all there is at its start.</summary>
    public static ActionSpec[] Actions(Scenario scenario, IEstate start) =>
        Actions(scenario, parameter => [.. Choosing.Known(parameter, start) ?? []]);

    private static ActionSpec[] Actions(Scenario scenario, Func<SimulatedParameter, string[]> choices) =>
    [
        .. ActionCatalogue.All.Where(action => !action.InstructorOnly && action.IsOffered(scenario))
            .Select(action => new ActionSpec(
                action.Id, action.Target.Name, Kebab.Of(action.Topic),
                [.. action.Parameters.Select(parameter => View(parameter, choices(parameter)))],
                Seconds(action.TakesNs(scenario)))),
    ];

    public FaultSpec[] Faults() =>
    [
        .. ActionCatalogue.All.Where(action => action.InstructorOnly).Select(fault => new FaultSpec(
            fault.Id, fault.Target.Name,
            [.. fault.Parameters.Select(parameter => View(parameter, [.. parameter.Choices]))],
            texts.Of("fault-" + fault.Id, []))),
    ];

    public FailureCard[] Failures() =>
        [.. Taxonomy.Ids.Select(id => new FailureCard(id, texts.Of("failure-" + id), texts.Of($"failure-{id}-what")))];

    public static BoardEntry View(BoardResult result) => new(
        result.Drill, result.TeamName, [.. result.Players], result.Score, Share(result.Service), Dollars(result.SpentNanoDollars),
        RoomMapper.Seed(result.Seed), RoomMapper.Moment(result.FinishedAt), result.ScenarioVersion, result.Engine);

    public static Text View(LocalText text) => new(text.En, text.Ko);

    private static ParameterSpec View(SimulatedParameter parameter, string[] choices) => new(
        parameter.Name, parameter.Kind.Name, parameter.Min, parameter.Max, parameter.Initial, choices,
        parameter.UnsetAt,
        parameter.Only is { } only ? new Dependence(only.Parameter, [.. only.Values]) : null);
}
