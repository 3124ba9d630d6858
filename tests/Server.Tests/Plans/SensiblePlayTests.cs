using System.Collections.Immutable;
using CsCheck;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Tests.Plans;

/// <summary>Doing something sensible never scores below doing nothing, however late it is done.</summary>
public class SensiblePlayTests
{
    private const long Second = 1_000_000_000;

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> Ids => [.. Library.All.Select(scenario => scenario.Id)];

    /// <summary>Alerts are acknowledged some time after they are raised, and somebody looks around meanwhile.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void WhoOnlyAcknowledgesAndLooksLosesNothing(string id)
    {
        var scenario = Library.Find(id)!;
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, 90], Gen.Int[60, 300]).Sample((seed, after, at) =>
        {
            var steps = Read(scenario, "par").Steps.Where(step => step.Action == "acknowledge")
                .Select(step => step with { AfterNs = after * Second })
                .Concat(scenario.Servers.Select(server => Look(server, at)));
            return IsNoWorse(scenario, "acknowledge and look", [.. steps], seed);
        }, iter: 1, threads: 1);
    }

    /// <summary>All that a good team does, up to a minute later.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void TheRightThingDoneLateIsStillWorthDoing(string id)
    {
        var scenario = Library.Find(id)!;
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, 60]).Sample((seed, late) => IsNoWorse(
            scenario, $"par {late} s late", [.. Read(scenario, "par").Steps.Select(step => Later(step, late))], seed),
            iter: 1, threads: 1);
    }

    private static Plan Read(Scenario scenario, string plan)
    {
        var file = $"Server/Plans/{scenario.Id}/{plan}.yaml";
        return PlanReader.Read(Files.Read(file), file, scenario);
    }

    private static PlanStep Later(PlanStep step, int seconds) => step.When is null
        ? step with { AtNs = step.AtNs + seconds * Second }
        : step with { AfterNs = step.AfterNs + seconds * Second };

    private static PlanStep Look(ServerSpec server, int seconds) => new(
        0, seconds * Second, null, 0, 1, Second, "Ada", "list-processes", server.Id,
        ImmutableSortedDictionary<string, string>.Empty);

    private static bool IsNoWorse(Scenario scenario, string what, ImmutableArray<PlanStep> steps, int seed)
    {
        var world = new World(scenario, PlayedPlan.TenSeeds[seed]);
        var runner = new PlanRunner(new Plan("sensible", scenario.Title, steps));
        while (!world.Ended)
        {
            Headless.Pass(world, runner.Due(world));
            runner.Hear(world.Told);
        }

        var nothing = Histories.Scores(scenario.Id, "nothing")[seed];
        return world.Last.Score.Total >= nothing
            ? true
            : throw new InvalidOperationException(
                $"{scenario.Id}, seed {world.Seed}: {what} scores {world.Last.Score.Total}, nothing {nothing}");
    }
}
