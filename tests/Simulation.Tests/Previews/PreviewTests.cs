using CsCheck;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Tests.Previews.Asking;

namespace OpsGame.Simulation.Tests.Previews;

public sealed class PreviewTests
{
    private readonly Play _play = new Play(Entry.WithEverything() with
    {
        Sizes = [.. Entry.WithEverything().Sizes, new SizeSpec("other", 8, 16_384, 400_000_000)],
    }).Pass(10);

    /// <summary>
    /// Whatever system, history and command it is. Where something else happens in the very tick of the command (a drain ends,
    /// memory runs out), what counts is what a preview says once it has happened.
    /// </summary>
    [Fact]
    public void APreviewRefusesWhatTheCommandIsRefusedFor() =>
        Gen.Select(Gen.ULong, RandomSystems.Any, RandomPlayTests.AnyCommand.Array[1, 25], Gen.Double[0, 2])
            .Sample((seed, system, commands, pause) =>
        {
            var (play, twin) = (new Play(system, seed), new Play(system, seed));
            foreach (var (index, (action, target, args)) in commands.Index())
            {
                play.Pass(pause);
                while (twin.World.Tick < play.World.Tick) twin.Pass(0.25);
                var asked = Asked(action, target, args);
                var preview = Preview.Of(play.World, asked);
                Assert.Equal(play.World.Check(Full(asked))?.Code,
                    preview.Refusal is { } refusal && play.World.Check(Full(asked)) is not null ? refusal.Code : null);
                if (play.World.Check(Full(asked)) is not null) continue;
                var outcome = play.Does(action, target, args);
                var said = Lasting(outcome.Kind == EventKind.Refused ? outcome.Code : null);
                // one purchase a tick: it waits for its turn while a scaler buys
                var waits = outcome.Code.Length == 0 && action is ("add-server" or "add-replica" or "add-cache");
                if (!waits && said != Lasting(preview.Refusal?.Code))
                    Assert.Equal(said, Lasting(Preview.Of(twin.Pass(0.25).World, asked).Refusal?.Code));
                // from here on the same history again
                twin = Again(system, seed, commands[..(index + 1)], pause, play.World.Tick);
            }
        }, iter: 40);

    [Fact]
    public void APreviewReportsWrongArgumentsAndCurrentSettings()
    {
        var preview = Preview.Of(_play.World, Asked("set-health-check", "balancer", [("interval", "0")]));

        Assert.Equal("parameter-out-of-range", preview.Refusal?.Code);
        Assert.Equal("5", preview.Present["interval"]);
        Assert.Equal("check-timeout-too-long",
            Preview.Of(_play.World, Asked("set-health-check", "balancer", [("interval", "2"), ("timeout", "2")])).Refusal?.Code);
        Assert.Equal("target-unknown", Preview.Of(_play.World, Asked("stop-server", "nobody", [])).Refusal?.Code);
    }

    public static TheoryData<string, string, string, Bound> Timed => new()
    {
        { "restart-server", "web-1", "", Bound.Exactly },
        { "start-server", "web-4", "", Bound.Exactly },
        { "stop-server", "web-1", "", Bound.AtMost },
        { "remove-server", "web-1", "", Bound.AtMost },
        { "detach", "balancer", "server=web-1", Bound.AtMost },
        { "reload", "web-1", "", Bound.Exactly },
        { "change-threads", "web-1", "processes=3", Bound.Exactly },
        { "kill-process", "web-1", "", Bound.Exactly },
        { "install-beside", "web-1", "version=v2", Bound.Exactly },
        { "switch-port", "web-3", "", Bound.Exactly },
        { "switch-port", "web-3", "how=restart", Bound.Exactly },
        { "stop-port", "web-3", "", Bound.Open },
        { "drain-server", "web-1", "", Bound.AtMost },
        { "change-size", "web-1", "size=other", Bound.AtMost },
        { "change-size", "web-1", "size=other graceful=false", Bound.Exactly },
        { "move-server", "web-1", "rack=rack-b", Bound.AtMost },
        { "restart-balancer", "balancer", "", Bound.Exactly },
        { "renew-certificate", "certificate", "", Bound.Exactly },
        { "fail-over", "database", "", Bound.Exactly },
        { "set-ttl", "cache", "seconds=5", Bound.Exactly },
    };

    /// <summary>
    /// Every operation that a command sets going is over when its preview said: to the tick, or before it where it said at most.
    /// </summary>
    [Theory]
    [MemberData(nameof(Timed))]
    public void AnActionTakesAsLongAsItsPreviewSays(string action, string target, string given, Bound bound)
    {
        _play.Do("stop-server", "web-4").Do("install-beside", "web-3", ("version", "v2")).Pass(40);
        var args = Args(given);
        var preview = Preview.Of(_play.World, Asked(action, target, args));
        Assert.Null(preview.Refusal);
        Assert.Equal(bound, preview.Bound);

        _play.Do(action, target, args).Pass(0.25);
        var (from, ended) = (_play.World.NowNs, _play.World.NowNs);
        for (var ticks = 0; ticks < 400; ticks++)
        {
            if (Busy(target)) ended = _play.World.NowNs + Nanoseconds.PerTick;
            _play.Pass(0.25);
        }

        var took = ended - from;
        if (bound == Bound.Exactly) Assert.InRange(took, preview.TakesNs, preview.TakesNs + Nanoseconds.PerTick);
        else if (bound == Bound.AtMost) Assert.InRange(took, 0, preview.TakesNs + (4 * Nanoseconds.PerTick));
        else Assert.Equal(0, preview.TakesNs);
    }

    [Fact]
    public void APreviewSaysWhenNobodyElseServesMeanwhile()
    {
        bool Alone(string action, string target, params (string, string)[] args) =>
            Preview.Of(_play.World, Asked(action, target, args)).Alone;

        Assert.False(Alone("restart-server", "web-1"));
        foreach (var other in _play.World.Servers.Where(server => server.TakesUsers && server.Id != "web-1"))
            _play.Do("stop-server", other.Id);
        _play.Pass(60);

        Assert.True(Alone("restart-server", "web-1"));
        Assert.True(Alone("stop-server", "web-1"));
        Assert.False(Alone("start-server", "web-2"));
        Assert.False(Alone("reload", "web-1"));
    }

    [Fact]
    public void ALookTakesAsLongAsItsPreviewSays()
    {
        var preview = Preview.Of(_play.World, Asked("check-certificate", "certificate", []));
        Assert.Equal((null, 2 * Nanoseconds.PerSecond), (preview.Refusal, preview.TakesNs));
        var began = _play.Does("check-certificate", "certificate");

        Assert.Equal("look-under-way", Preview.Of(_play.World, Asked("check-certificate", "certificate", [])).Refusal?.Code);
        _play.Pass(3);

        Assert.InRange(_play.Events.First(told => told.Code == "found-check-certificate").AtNs - began.AtNs, preview.TakesNs,
            preview.TakesNs + Nanoseconds.PerTick);
    }

    [Fact]
    public void ABoughtServerIsThereWhenThePreviewSaysAndCostsWhatItSays()
    {
        var preview = Preview.Of(_play.World, Asked("add-server", "rack-a", [("size", "size")]));
        var bill = _play.World.Last.Service.NanoDollarsPerHour;
        _play.Do("add-server", "rack-a", ("size", "size")).Pass(Nanoseconds.ToSeconds(preview.TakesNs) - 0.5);
        Assert.NotEqual(Lifecycle.Running, _play.Lifecycle("web-5"));

        _play.Pass(1.25);

        Assert.Equal(Lifecycle.Running, _play.Lifecycle("web-5"));
        Assert.Equal(preview.NanoDollarsPerHour, _play.World.Last.Service.NanoDollarsPerHour - bill);
        Assert.Equal(200_000_000, preview.NanoDollarsPerHour);
    }

    [Theory]
    [InlineData("stop-server", "web-1", -200_000_000)]
    [InlineData("remove-server", "web-1", -200_000_000)]
    [InlineData("start-server", "web-4", 200_000_000)]
    [InlineData("restart-server", "web-1", 0)]
    [InlineData("change-size", "web-1", 200_000_000, "size=other")]
    [InlineData("move-server", "web-1", 0, "rack=rack-b")]
    public void TheBillChangesAsThePreviewSays(string action, string target, long perHour, string given = "")
    {
        _play.Do("stop-server", "web-4").Pass(20);
        var bill = _play.World.Last.Service.NanoDollarsPerHour;
        Assert.Equal(perHour, Preview.Of(_play.World, Asked(action, target, Args(given))).NanoDollarsPerHour);

        _play.Do(action, target, Args(given)).Pass(60);

        Assert.Equal(perHour, _play.World.Last.Service.NanoDollarsPerHour - bill);
    }

    [Theory]
    [InlineData("in-place")]
    [InlineData("rolling")]
    [InlineData("canary")]
    [InlineData("recreate")]
    [InlineData("blue-green")]
    [InlineData("in-server")]
    public void ARolloutIsForecast(string strategy)
    {
        var play = new Play(
            Estates.Whole() with { Racks = [.. Estates.Whole().Racks.Select(rack => rack with { Units = 12 })] }).Pass(5);
        (string, string)[] args = [("version", "v2"), ("strategy", strategy), ("drain", "5"), ("bake", "4")];
        var preview = Preview.Of(play.World, Asked("start-rollout", "rollout", args));
        Assert.Null(preview.Refusal);
        Assert.Equal(Bound.About, preview.Bound);
        Assert.Equal((strategy == "blue-green" ? 800_000_000 : 0, strategy == "blue-green"),
            (preview.NanoDollarsPerHour, preview.WhileItLasts));

        play.Do("start-rollout", "rollout", args).Pass(300);

        var rollout = play.World.Rollouts[0];
        Assert.InRange((rollout.DoneNs - rollout.StartedNs) / (double)preview.TakesNs, 0.5, 1.1);
    }

    [Fact]
    public void APreviewChangesNothing()
    {
        var (play, twin) = (new Play(Entry.WithEverything(), 7), new Play(Entry.WithEverything(), 7));
        for (var second = 0; second < 20; second++)
        {
            foreach (var spec in ActionCatalogue.All.Where(spec => !spec.InstructorOnly))
                Preview.Of(play.World, Asked(spec.Id, spec.Target.Name switch
                {
                    "server" => "web-1",
                    "rack" => "rack-a",
                    var name => name,
                }, []));
            Assert.Equal(twin.Pass(1).World.Last.Hash, play.Pass(1).World.Last.Hash);
        }
    }

    /// <summary>
    /// Sessions come and go by the millisecond: whether one is there to be killed may change, and change back, within the tick.
    /// </summary>
    private static string? Lasting(string? code) => code is "no-session" or "no-session-of" or "nobody-blocks" ? null : code;

    private bool Busy(string target) => _play.World.StateOf(target) is { } state
        && (KindTable.UnderWay(state, _play.World.Scenario.Operations).Any()
            || (state is BalancerState balancer && balancer.Targets.Any(each => each.Attachment == Attachment.Draining)));

    private static Command Full(Command asked)
    {
        Assert.Null(ActionCatalogue.Check(asked.Action, asked.Args, out var args));
        return asked with { Args = args };
    }

    private static Play Again(
        Scenario system, ulong seed, (string Action, string Target, (string, string)[] Args)[] commands, double pause, long ticks)
    {
        var play = new Play(system, seed);
        foreach (var (action, target, args) in commands)
        {
            play.Pass(pause);
            if (play.World.Check(Full(Asked(action, target, args))) is null) play.Does(action, target, args);
        }

        Assert.Equal(ticks, play.World.Tick);
        return play;
    }
}
