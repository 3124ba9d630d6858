using CsCheck;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Previews;

public sealed class UndoTests
{
    /// <summary>Whatever system it is and whatever was set in it.</summary>
    [Fact]
    public void UndoingASettingRestoresEverySetting() =>
        Gen.Select(Gen.ULong, RandomSystems.Any, RandomPlayTests.AnyCommand.Array[1, 25])
            .Sample((seed, system, commands) =>
        {
            var play = new Play(Quiet(system), seed);
            foreach (var (action, target, args) in commands)
            {
                play.Pass(1);
                if (play.World.KindOf(target) is null) continue;
                var before = Settings.Of(play.World);
                var outcome = play.Does(action, target, args);
                if (outcome.Undo is not { Left.IsEmpty: false } undo) continue;
                Assert.True(
                    before != Settings.Of(play.World), $"{action} at {target} can be taken back, but has changed no setting");
                Assert.Equal(EventKind.Command, play.TakesBack(outcome, undo).Kind);
                // a reload may have to come to its end
                play.Pass(3);
                var after = Settings.Of(play.World);
                Assert.Equal(Settings.Common(before, after), Settings.Common(after, before));
            }
        }, iter: 60);

    public static TheoryData<string, string, string> Opposites => new()
    {
        { "stop-server", "web-1", "" },
        { "detach", "balancer", "server=web-2" },
        { "drain-server", "web-2", "" },
        { "change-size", "web-2", "size=other" },
        { "move-server", "web-2", "rack=rack-b" },
        { "open-firewall", "web-3", "" },
        { "close-firewall", "web-1", "from=users" },
        { "close-firewall", "web-1", "from=any" },
        { "block-source", "balancer", "source=campus" },
        { "block-source", "web-1", "source=internet" },
        { "add-address", "dns", "address=web-2" },
        { "remove-address", "dns", "address=balancer" },
        { "add-server", "rack-a", "size=size" },
        { "install-beside", "web-1", "version=v2" },
        { "switch-port", "web-4", "" },
        { "stop-port", "web-4", "" },
    };

    [Theory]
    [MemberData(nameof(Opposites))]
    public void AnOppositeLeavesTheEstateAsItWasOnceItIsThere(string action, string target, string args)
    {
        var play = new Play(Entry.WithEverything() with
        {
            Certificate = null,
            Sizes = [.. Entry.WithEverything().Sizes, new SizeSpec("other", 8, 16_384, 400_000_000)],
        });
        play.Do("close-firewall", "web-3").Do("install-beside", "web-4", ("version", "v2")).Pass(30);
        var before = Settings.WithSwitches(play.World);

        var outcome = play.Does(action, target,
            [.. args.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(arg => (arg.Split('=')[0], arg.Split('=')[1]))]);
        Assert.NotNull(outcome.Undo);
        play.Pass(60);
        Assert.NotEqual(before, Settings.WithSwitches(play.World));
        var back = play.TakesBack(outcome, outcome.Undo);
        Assert.Equal((EventKind.Command, outcome.Command, "kim"), (back.Kind, back.Undoes, back.By));
        play.Pass(60);

        Assert.Equal(before, Settings.WithSwitches(play.World));
    }

    [Fact]
    public void UndoingARolloutRollsItBack()
    {
        var play = new Play(Estates.Whole()).Pass(5);
        var before = Settings.WithSwitches(play.World);
        var started = play.Does("start-rollout", "rollout", ("version", "v2"), ("drain", "2"), ("bake", "1"));
        play.Pass(25);
        Assert.NotEqual(before, Settings.WithSwitches(play.World));

        play.TakesBack(started, started.Undo!);
        play.Pass(120);

        Assert.Equal(before, Settings.WithSwitches(play.World));
    }

    [Fact]
    public void AnIrreversibleActionIsNotUndone()
    {
        var play = new Play(Entry.WithEverything()).Pass(5);

        Assert.All(
            new[] { ("restart-server", "web-1"), ("flush-cache", "cache"), ("kill-process", "web-2"),
                ("renew-certificate", "certificate") },
            done => Assert.Null(play.Does(done.Item1, done.Item2).Undo));
    }

    [Fact]
    public void ASettingThatWasChangedSinceIsNotUndone()
    {
        var play = new Play(Estates.Whole()).Pass(1);
        var first = play.Does("set-ttl", "cache", ("seconds", "30"));
        play.Does("set-ttl", "cache", ("seconds", "10"));

        Assert.Equal("undo-overtaken", play.World.Check(Play.Back(first, first.Undo!))?.Code);
        Assert.Equal("undo-unknown", play.World.Check(Play.Back(first, first.Undo!) with { Undoes = "never" })?.Code);
        Assert.Equal(
            "undo-unknown",
            play.World.Check(
                Play.Back(first, first.Undo!) with { Action = "flush-cache", Args = first.Undo!.Args.Clear() })?.Code);
    }

    /// <summary>Off is off, whatever else the command said that switched it off.</summary>
    [Theory]
    [InlineData("set-endpoint-lag", "seconds", "0", "3")]
    [InlineData("set-breaker", "calls", "5", "9")]
    public void WhatMeansNothingWhileASettingIsOffDoesNotHoldAnUndoUp(
        string action, string parameter, string said, string before)
    {
        var play = new Play(Entry.WithEverything()).Pass(1);
        var target = action == "set-breaker" ? "web-1" : "balancer";
        play.Does(action, target, ("on", "true"), (parameter, before));
        var off = play.Does(action, target, ("on", "false"), (parameter, said));

        Assert.Equal(EventKind.Command, play.TakesBack(off, off.Undo!).Kind);
    }

    [Fact]
    public void AnActionIsUndoneOnce()
    {
        var play = new Play(Estates.Whole()).Pass(1);
        var set = play.Does("set-algorithm", "balancer", ("algorithm", "random"));
        Assert.Null(play.World.Check(Play.Back(set, set.Undo!)));

        play.TakesBack(set, set.Undo!);

        Assert.Equal("undo-unknown", play.World.Check(Play.Back(set, set.Undo!))?.Code);
    }

    /// <summary>Nobody else changes anything.</summary>
    private static Scenario Quiet(Scenario system) =>
        system with
        {
            Scalers = [.. system.Scalers.Select(
                scaler => scaler with { Policy = scaler.Policy with { Kind = ScalingKind.Off } })],
        };
}
