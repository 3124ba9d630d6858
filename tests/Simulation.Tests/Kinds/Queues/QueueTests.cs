using OpsGame.Simulation.Components;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Queues;

/// <summary>What a queue does with what it is given (<see cref="QueueKind"/>, <see cref="QueueRules"/>).</summary>
public sealed class QueueTests
{
    [Fact]
    public void ItIsAComponentOfItsKind() =>
        Assert.Equal(QueueState.Kind, new Play(Mill.Of(10)).Pass(1).World.KindOf("queue"));

    [Fact]
    public void AnOrderIsAnsweredWhenItsMessageIsStoredAndNotBefore()
    {
        var slow = new Play(Mill.Of(5, queue: new QueueSpec("queue", WriteNs: Estates.Seconds(0.5)))).Pass(60).World.Report();

        // long before its job is done
        Assert.InRange(slow.Classes[0].Latency.P50Ms, 500, 600);
        Assert.True(slow.Classes[1].Latency.P50Ms > 590);
    }

    [Fact]
    public void WorkersAreOfferedOnlyWhereThereAreSome()
    {
        Assert.Equal(["whole", "worker"], Tiers(Mill.Of(10)));
        Assert.Equal(["whole"], Tiers(Shop.Of(10)));
        Assert.Equal(["whole", "app"], Tiers(Estates.Tiered()));

        static string[] Tiers(Scenario scenario)
        {
            var world = new Play(scenario).Pass(1).World;
            var fields = Preview.Of(world, new Command("c", "ann", "add-server", "rack-a", Arguments.None)).Fields;
            return [.. fields.Single(field => field.Name == "tier").Choices!];
        }
    }

    /// <summary>For 1.2 s nothing leaves the rack; who publishes then waits for the queue, not for a database.</summary>
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(3, false)]
    public void WhoeverPublishesWaitsItsConnectTimeoutForAQueueThatDoesNotAnswer(double seconds, bool failed)
    {
        var station = Estates.Station(20, Estates.Fixed(1_000), cores: 40, threads: 40);
        var jobs = Estates.Jobs(1, Estates.Exp(1));
        var play = new Play(station with
        {
            Classes = [station.Classes[0] with { Publishes = "jobs" }, .. jobs.Classes],
            Servers = [.. station.Servers, .. jobs.Servers],
            More = [new QueueSpec("queue") { ConnectTimeoutNs = Estates.Seconds(seconds) }],
        });
        play.Pass(10).Fault("rack-uplink", "rack", 1.2).Pass(2.25);

        Assert.Equal(failed, play.World.Report().Classes[0].Failed.ContainsKey(Cause.Unreachable));
    }

    [Fact]
    public void TheWayOfAnOrderLeadsThroughTheQueue()
    {
        var play = new Play(Mill.Of(5, queue: new QueueSpec("queue", WriteNs: Estates.Seconds(0.25))), traces: true).Pass(20);

        var hop = play.Traces.First().Hops.Single(hop => hop.At == "queue");
        Assert.Equal(Estates.Seconds(0.25), hop.OutNs - hop.InNs);
    }

    [Fact]
    public void PausedItGivesNothingOutAndResumedEverything()
    {
        var play = new Play(Mill.Of(10)).Pass(5);
        var paused = play.Does("pause-queue", "queue");
        play.Pass(20);
        Assert.Equal(0, play.Queue().InFlight);
        Assert.True(play.Queue().Waiting > 150);

        Assert.Equal("queue-resumed", play.TakesBack(paused, paused.Undo!).Code);
        Assert.True(play.Pass(30).Queue().Waiting < 10);
    }

    [Theory]
    [InlineData("set-visibility", "visibility", "45")]
    [InlineData("set-batch", "batch", "8")]
    public void WhatIsSetIsTakenBack(string action, string parameter, string value)
    {
        var play = new Play(Mill.Of(10)).Pass(1);
        var before = play.World.States<QueueState>()[0];
        var done = play.Does(action, "queue", (parameter, value));
        Assert.NotEqual(before, play.World.States<QueueState>()[0]);

        play.TakesBack(done, done.Undo!);
        Assert.Equal(before, play.World.States<QueueState>()[0]);
    }

    [Fact]
    public void WhatIsPurgedIsLostButWhatAWorkerHasIsDone()
    {
        var play = new Play(Estates.Jobs(50, Estates.Fixed(1000), threads: 4)).Pass(10);
        var inHand = play.Queue().InFlight;
        play.Do("purge-queue", "queue").Pass(0.5);

        var jobs = play.World.Report().Classes[0];
        Assert.Equal(4, inHand);
        Assert.True(jobs.Failed[Cause.Purged] > 400);
        Assert.True(play.Queue().Waiting < 30);
    }

    [Theory]
    [InlineData("redrive-queue", "no-dead-letters")]
    [InlineData("bury-message", "queue-empty")]
    [InlineData("purge-queue", "queue-empty")]
    [InlineData("resume-queue", "queue-not-paused")]
    public void NothingIsDoneToAnEmptyQueue(string action, string code) =>
        Assert.Equal(code, new Play(Mill.Of(0.001)).Pass(1).Does(action, "queue").Code);

    [Fact]
    public void MessagesOfAKeyAreDoneOneAfterAnother()
    {
        // everything has the same key: as if there were one worker
        var one = new Play(Ordered(Estates.Jobs(8, Estates.Exp(100), threads: 10), keys: 1)).Pass(600).Station("worker/worker");
        var many = new Play(Ordered(Estates.Jobs(8, Estates.Exp(100), threads: 10), keys: 1_000)).Pass(600).Station("queue");

        Assert.InRange(one.Utilisation * 10, 0.7, 0.9);
        Assert.True(one.Sojourn.MeanMs < 120, "nobody waits with a worker");
        Assert.True(many.Wait.MeanMs < 10, $"{many.Wait.MeanMs} ms");
    }

    [Fact]
    public void WithoutRoomWhoPublishesWaitsOrIsRefused()
    {
        var (refusing, blocking) = (Full(blockSeconds: 0), Full(blockSeconds: 1));

        Assert.True(refusing.Failed[Cause.BacklogFull] > 500);
        Assert.True(refusing.Latency.P99Ms < 300);
        // who waits takes the place of each job that is done
        Assert.True(blocking.Failed[Cause.BacklogFull] > 300);
        Assert.True(blocking.Latency.P99Ms > 700);
    }

    [Fact]
    public void WithAFullDiskNothingComesInAndWhatIsThereIsDone()
    {
        var play = new Play(Mill.Of(10)).Pass(10).Fault("queue-disk-full", "queue", seconds: 20).Pass(10);
        Assert.Equal(0, play.Queue().Waiting + play.Queue().InFlight);
        Assert.True(play.World.Report().Classes[0].Failed[Cause.DiskFull] > 50);

        play.Pass(15);
        Assert.Equal(0, play.Watch(20).FailedOf("orders"));
    }

    [Fact]
    public void AJobThatWaitsForEverIsLostForTheScoreAsOneThatIsDoneTooLate()
    {
        // 20 s of target: after 80 s each of them is worth nothing, done or not
        var play = new Play(Mill.Of(10)).Do("pause-queue", "queue").Pass(200);

        Assert.True(play.World.Last.Service.Overall < 0.75, $"{play.World.Last.Service.Overall}");
        Assert.Contains(play.World.Last.Score.Lines, line => line.Code == "score-slow");
    }

    [Fact]
    public void AScalerBuysWorkersByTheBacklogOfEach()
    {
        var mill = Mill.Of(50) with
        {
            Scalers = [Estates.Scaler("scaler", Tier.Worker, 2, 6) with { Size = "small" }],
        };
        mill = mill with { Scalers = [mill.Scalers[0] with { Policy = mill.Scalers[0].Policy with { Backlog = 100 } }] };
        var play = new Play(mill).Pass(240);

        Assert.True(play.Times("server-bought") >= 1);
        Assert.True(play.Queue().Waiting < 600, $"{play.Queue()}");
    }

    [Fact]
    public void AWorkerThatIsRemovedFinishesWhatItHasOneThatCrashesLosesItUntilTheTimeout()
    {
        var (removed, crashed) = (Losing("remove-server"), Losing("server-crash"));

        Assert.Equal(0, removed.SumOf(queue => queue.Redelivered));
        Assert.InRange(crashed.SumOf(queue => queue.Redelivered), 1, 8);
        Assert.Equal(0, removed.FailedOf("jobs") + crashed.FailedOf("jobs"));
    }

    private static Seen Losing(string action)
    {
        var mill = Mill.Of(4, queue: new QueueSpec("queue", VisibilityNs: Estates.Seconds(20)))
            .Working(jobs => jobs with { App = Estates.Fixed(800) });
        var play = new Play(mill).Pass(30);
        return (action == "server-crash" ? play.Fault(action, "worker-1", 1) : play.Do(action, "worker-1")).Watch(60);
    }

    private static Scenario Ordered(Scenario jobs, int keys) => jobs with
    {
        Classes = [jobs.Classes[0] with { Keys = keys }],
        More = [jobs.Spec<QueueSpec>()! with { ByKey = true }],
    };

    /// <summary>30 orders a second, 20 jobs, and room for ten of them.</summary>
    private static ClassReport Full(double blockSeconds) =>
        new Play(Mill.Of(30, workers: 1, new QueueSpec("queue", Limit: 10, BlockNs: Estates.Seconds(blockSeconds)))).Pass(120)
            .World.Report().Classes[0];
}
