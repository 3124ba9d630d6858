using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Plans;

public class PlanRunnerTests
{
    private const ulong Seed = 1;

    [Fact]
    public void AStepWithATimeIsGivenInTheFirstTickFromThenOn()
    {
        var (_, told) = Play(Estates.Whole(), 15, Step("flush-cache", "cache") with { AtNs = Estates.Seconds(10.1) });
        Assert.Equal([10.5], Times(told, "cache-flushed"));
    }

    [Fact]
    public void AStepThatComesAgainKeepsItsPauseAndItsNumber()
    {
        var (outcome, told) = Play(
            Estates.Whole(), 60,
            Step("flush-cache", "cache") with { AtNs = Estates.Seconds(10), Times = 3, PauseNs = Estates.Seconds(5) });
        Assert.Equal([10.25, 15.25, 20.25], Times(told, "cache-flushed"));
        Assert.Equal(3, outcome.Given);
    }

    [Fact]
    public void AMetricMustHoldWithoutABreak()
    {
        // the rate climbs from 90/s at 0 s to 135/s at 60 s
        var above = new MetricCondition(Metric.Requests, true, 5, "browse", Estates.Seconds(7));
        var (_, told) =
            Play(Estates.Whole(), 30, Step("flush-cache", "cache") with { When = above, AfterNs = Estates.Seconds(2) });
        // the first second is measured at 1 s, seen by the next tick, held for 7 s, given 2 s later, told at that tick's end
        Assert.Equal([10.25], Times(told, "cache-flushed"));
        var never = above with { Limit = 1e6 };
        Assert.Empty(Times(Play(Estates.Whole(), 30, Step("flush-cache", "cache") with { When = never }).Told, "cache-flushed"));
    }

    [Fact]
    public void AConditionThatIsMetTooLateGivesNothing()
    {
        var above = new MetricCondition(Metric.Requests, true, 5, "browse", 0);
        var step = Step("flush-cache", "cache") with { When = above };
        Assert.Single(Times(Play(Estates.Whole(), 30, step with { UntilNs = Estates.Seconds(2) }).Told, "cache-flushed"));
        Assert.Empty(Times(Play(Estates.Whole(), 30, step with { UntilNs = Estates.Seconds(1) }).Told, "cache-flushed"));
    }

    [Fact]
    public void EveryAlertIsAcknowledgedByAPlanThatWaitsForAlerts()
    {
        var crash = FaultSpec.Of("server-crash", "web-1", Estates.Seconds(20), 0);
        var down = Estates.Whole() with { Faults = [crash, crash with { Target = "web-3", AtNs = Estates.Seconds(40) }] };
        var acknowledge = Step("acknowledge", PlanStep.Alert) with
        {
            When = new AlertCondition("", true, "", 0), AfterNs = Estates.Seconds(3), Times = 50, PauseNs = Estates.Seconds(1),
        };
        var (_, told) = Play(down, 60, acknowledge);
        var raised = told.Where(one => one.Kind == EventKind.Alert).Select(one => one.AtNs).ToArray();
        var taken = told.Where(one => one.Code == "alert-acknowledged").Select(one => one.AtNs).ToArray();
        Assert.True(raised.Length >= 2, "two servers crashed");
        Assert.Equal(raised.Length, taken.Length);
        Assert.All(raised.Zip(taken), pair => Assert.InRange(pair.Second - pair.First, Estates.Seconds(3), Estates.Seconds(6)));
        Assert.DoesNotContain(told, one => one.Kind == EventKind.Refused);
    }

    [Fact]
    public void AnEventOfOneComponentIsWaitedFor()
    {
        var restart = Step("restart-server", "web-2") with { AtNs = Estates.Seconds(5) };
        var running = Step("flush-cache", "cache") with { When = new EventCondition("server-running", "web-2") };
        var (_, told) = Play(Estates.Whole(), 40, restart, running);
        var up = Assert.Single(Times(told, "server-running"));
        Assert.Equal([up + 0.25], Times(told, "cache-flushed"));
    }

    [Fact]
    public void WhatTheEstateOrAComponentRefusesIsReportedWithItsPlace()
    {
        var gone = Step("restart-server", "web-9") with { Line = 4, AtNs = Estates.Seconds(1) };
        var stopped = Step("start-server", "web-1") with { Line = 7, AtNs = Estates.Seconds(2) };
        var (outcome, _) = Play(Estates.Whole(), 5, gone, stopped);
        Assert.Equal(2, outcome.Given);
        Assert.Equal([(4, "target-unknown"), (7, "server-not-stopped")],
            outcome.Refused.Select(refused => (refused.Step.Line, refused.Why.Code)));
    }

    [Fact]
    public void APlanPlayedTwiceIsTheSameHistory()
    {
        var plan = Step("flush-cache", "cache") with
        {
            When = new MetricCondition(Metric.HitRatio, true, 0.2, "", 0), Times = 100, PauseNs = Estates.Seconds(3),
        };
        Assert.Equal(Hash(plan), Hash(plan));
        Assert.NotEqual(Hash(plan), Hash(plan with { Times = 1 }));

        static ulong Hash(PlanStep step)
        {
            var world = new World(Estates.Whole(), Seed);
            var runner = new PlanRunner(new Plan("plan", new LocalText("", ""), [step]));
            while (world.NowNs < Estates.Seconds(30)) Headless.Step(world, runner.Due(world));
            return world.Last.Hash;
        }
    }

    [Theory]
    [InlineData(Metric.Level, "", 0, 1)]
    [InlineData(Metric.Failed, "browse", 0, 1)]
    [InlineData(Metric.P95, "checkout", 1, 10_000)]
    [InlineData(Metric.Requests, "", 20, 400)]
    [InlineData(Metric.Cpu, "", 0.01, 1)]
    [InlineData(Metric.Cpu, "db-1", 0.01, 1)]
    [InlineData(Metric.Memory, "web-1", 0.001, 1)]
    [InlineData(Metric.Disk, "web-1", 0, 1)]
    [InlineData(Metric.Queue, "web-1", 0, 1000)]
    [InlineData(Metric.Connections, "database", 0, 100)]
    [InlineData(Metric.LockWaiters, "", 0, 100)]
    [InlineData(Metric.HitRatio, "cache", 0.01, 1)]
    [InlineData(Metric.Healthy, "balancer", 4, 4)]
    [InlineData(Metric.Running, "", 5, 5)]
    [InlineData(Metric.Running, "web-1", 1, 1)]
    public void EveryMetricIsMeasured(Metric metric, string of, double least, double most)
    {
        var world = new World(Estates.Whole(), Seed);
        while (world.NowNs < Estates.Seconds(30)) Headless.Step(world, []);
        Assert.InRange(Metrics.Of(world.Last, metric, of)!.Value, least, most);
    }

    [Theory]
    [InlineData(Metric.Backlog, 400, 600)]
    [InlineData(Metric.Age, 20, 30)]
    [InlineData(Metric.DeadLetters, 1, 1)]
    public void EveryMetricOfAQueueIsMeasured(Metric metric, double least, double most)
    {
        var play = new Play(Estates.Jobs(20, Estates.Exp(10))).Do("pause-queue", "queue").Pass(20)
            .Do("bury-message", "queue", ("which", "oldest")).Pass(5);
        Assert.InRange(Metrics.Of(play.World.Last, metric, "")!.Value, least, most);
        Assert.Equal(0, Metrics.Of(play.World.Last, metric, "nobody")!.Value);
    }

    [Fact]
    public void WhatDoesNotExistIsNotMeasured()
    {
        var world = new World(Estates.Whole(), Seed);
        Headless.Step(world, []);
        foreach (var metric in new[] { Metric.Failed, Metric.P95, Metric.Cpu, Metric.Memory, Metric.Disk, Metric.HitRatio })
            Assert.Null(Metrics.Of(world.Last, metric, "nobody"));
    }

    private static PlanStep Step(string action, string target) => new(
        1, 0, null, 0, 1, Estates.Seconds(30), "ann", action, target,
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    private static double[] Times(IEnumerable<DomainEvent> told, string code) =>
        [.. told.Where(one => one.Code == code).Select(one => one.AtNs / 1e9)];

    private static (PlanOutcome Outcome, List<DomainEvent> Told) Play(Scenario scenario, double seconds, params PlanStep[] steps)
    {
        var world = new World(scenario, Seed);
        var runner = new PlanRunner(new Plan("plan", new LocalText("", ""), [.. steps]));
        var told = new List<DomainEvent>();
        while (world.NowNs < Estates.Seconds(seconds))
        {
            var frame = Headless.Step(world, runner.Due(world));
            runner.Hear(frame.Events);
            told.AddRange(frame.Events);
        }

        return (runner.Outcome, told);
    }
}
