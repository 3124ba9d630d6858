using System.Globalization;
using System.Text.RegularExpressions;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Plans;

/// <summary>
/// No par acts before it could know. A step without a condition waits for the first alert that a team sees which only looks on,
/// or prepares for what is announced: a moment that the brief names, or a release's window.
/// </summary>
public partial class ForesightTests
{
    /// <summary>An announcement excuses nothing that is done longer before.</summary>
    private const long LeadNs = 3 * 60 * Nanoseconds.PerSecond;

    private static readonly string[] Delivers = ["start-rollout", "install-beside", "switch-port", "stop-port"];

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> Ids => [.. Library.All.Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ParDoesNothingThatItCouldNotKnowOf(string id)
    {
        var scenario = Library.Find(id)!;
        var announced = Announced(scenario);
        var unannounced = Plan(scenario, "par").Steps.Where(step => step.When is null)
            .Where(step => !IsAnnounced(step, scenario, announced)).ToArray();
        if (unannounced.Length == 0) return;
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var seenNs = FirstAlertNs(scenario, seed);
            Assert.All(unannounced, step => Assert.True(
                step.AtNs > seenNs,
                $"par.yaml, line {step.Line}: {step.Action} is given when nothing is to be seen yet with seed {seed}"));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ABriefAnnouncesTheSameMomentsInBothLanguages(string id)
    {
        var scenario = Library.Find(id)!;
        Assert.Equal(Moments(scenario.Brief.En), Moments(scenario.Brief.Ko));
        Assert.Equal(Moments(scenario.Summary.En), Moments(scenario.Summary.Ko));
    }

    private static bool IsAnnounced(PlanStep step, Scenario scenario, long[] announced) =>
        announced.Any(atNs => atNs >= step.AtNs && atNs - step.AtNs <= LeadNs)
        || (Delivers.Contains(step.Action) && scenario.Releases.Any(release => step.AtNs <= release.UntilNs));

    /// <summary>A release's window concerns the release alone.</summary>
    private static long[] Announced(Scenario scenario) =>
        [.. Moments(scenario.Brief.En).Concat(Moments(scenario.Summary.En))
            .Except(scenario.Releases.SelectMany(release => new[] { release.FromNs, release.UntilNs }))];

    private static long[] Moments(string text) =>
        [.. Clock().Matches(text).Select(clock =>
            (Part(clock, 1) * 60 + Part(clock, 2)) * Nanoseconds.PerSecond).Distinct().Order()];

    private static long Part(Match clock, int group) => long.Parse(clock.Groups[group].Value, CultureInfo.InvariantCulture);

    private static long FirstAlertNs(Scenario scenario, ulong seed)
    {
        var (world, runner) = (new World(scenario, seed), new PlanRunner(Plan(scenario, "nothing")));
        while (!world.Last.Ended)
            if (Headless.Step(world, runner.Due(world)) is { Alerts.IsEmpty: false } frame)
                return frame.Alerts.Min(alert => alert.SinceNs);
        return long.MaxValue;
    }

    private static Plan Plan(Scenario scenario, string plan)
    {
        var file = $"Server/Plans/{scenario.Id}/{plan}.yaml";
        return PlanReader.Read(Files.Read(file), file, scenario);
    }

    [GeneratedRegex(@"(?<!\d)(\d\d):(\d\d)(?!\d)")]
    private static partial Regex Clock();
}
