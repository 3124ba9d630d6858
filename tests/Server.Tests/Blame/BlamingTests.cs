using System.Collections.Immutable;
using OpsGame.Grains.Storage;
using OpsGame.Server.Runs;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Blame;

/// <summary>What was lost is told of what was really wrong then, at the component it was wrong with.</summary>
public sealed class BlamingTests
{
    private const long Second = Nanoseconds.PerSecond;

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory);

    [Fact]
    public void WhatIsCuredIsToBlameNoLongerThoughTheScheduleSaysSo()
    {
        // the scenario counts the hang until 3:00
        var cured = Play("balancer-health-checks", 210, At(102, "restart-server", "web-3"));
        var hang = Assert.Single(cured.Wrong);
        Assert.Equal((FailureKind.HungBackend, "web-3", 90 * Second), (hang.Failure, hang.Component, hang.FromNs));
        Assert.InRange(hang.UntilNs, 100 * Second, 104 * Second);
        Exactly(cured);
    }

    [Fact]
    public void WhatIsNotCuredIsToBlameLongerThanTheScheduleSays()
    {
        var run = Play("balancer-health-checks", 300, At(60, "set-health-check", "balancer",
            ("path", "shallow"), ("interval", "300"), ("timeout", "2"), ("unhealthyAfter", "10"), ("healthyAfter", "2")));
        Assert.Equal(
            [(FailureKind.HungBackend, "web-3"), (FailureKind.RackLost, "rack-1")],
            run.Wrong.Select(wrong => (wrong.Failure, wrong.Component)).Take(2));
        Assert.Equal(300 * Second, run.Wrong[0].UntilNs);
        Assert.All(run.Wrong.Take(2), wrong => Assert.True(wrong.Loss > 0, $"{wrong}"));
        Exactly(run);
    }

    [Fact]
    public void OfSeveralThatAreBrokenAtOnceEachHasItsOwn()
    {
        var run = Play("balancer-health-checks", 60, Hang(20, "web-1"), Hang(21, "web-4"));
        Assert.Equal(["web-1", "web-4"], run.Wrong.Select(wrong => wrong.Component));
        var all = run.Wrong.Sum(wrong => wrong.Loss) + run.Other;
        Assert.All(run.Wrong, wrong => Assert.InRange(wrong.Loss / all, 0.3, 0.7));
        Exactly(run);
    }

    [Fact]
    public void WhatIsShortBecauseSomethingIsBrokenIsNotAnotherCause()
    {
        var run = Play("one-server", 240);
        var hang = run.Wrong.Single(wrong => wrong.Failure == FailureKind.HungBackend);
        Assert.Equal(240 * Second, hang.UntilNs);
        Assert.True(hang.Loss > 0.9 * run.Loss, $"{run.Loss}: {string.Join(',', run.Wrong)}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatWasPreventedIsNotTold(bool renews)
    {
        var run = renews ? Play("https", 420, At(60, "renew-certificate", "certificate")) : Play("https", 420);
        Assert.Equal(!renews, run.Wrong.Any(wrong => wrong.Failure == FailureKind.CertificateExpired));
        Exactly(run);
    }

    [Fact]
    public void OfAReleaseThatNobodyRolledOutNobodyHears()
    {
        var run = Play("blue-green", 300);
        Assert.DoesNotContain(run.Wrong, wrong => wrong.Failure == FailureKind.BadRelease);
    }

    private static void Exactly(PlayedRun run)
    {
        Assert.True(run.Lost[^1] > 0);
        Assert.Equal(run.Loss, run.Wrong.Sum(wrong => wrong.Loss) + run.Other, 1e-6 * run.Loss);
    }

    private static LogEntry Hang(int second, string server) => At(second, "server-hang", server, ("seconds", "600"));

    private static LogEntry At(int second, string action, string target, params (string Name, string Value)[] args) => new(
        (second * Nanoseconds.TicksPerSecond) + 1,
        [
            new Command($"c{second}", "Ada", action, target,
                args.ToImmutableSortedDictionary(each => each.Name, each => each.Value)),
        ],
        0);

    private static PlayedRun Play(string scenario, int seconds, params LogEntry[] entries) => PlayedRun.OfLog(
        Library.Find(scenario)!, 7, new LoggedEstate([.. entries], null),
        seconds * Nanoseconds.TicksPerSecond, TestContext.Current.CancellationToken);
}
