using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Naming;
using OpsGame.Grains.Records;

namespace OpsGame.Grains.Tests.Drills;

public sealed class DrillRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    internal static readonly DrillRecord Lobby = new(
        "d", "7KQ2MX", "balancer", 1, "hash", 1, Solo: false, DrillStatus.Lobby, 1, [new("t1", "Red"), new("t2", "Blue")], [], 0,
        Noon, null, null,
        Results: [], Diverged: false, Address: "192.0.2.7");

    [Fact]
    public void PlayersWithoutAPreferenceJoinTheSmallestTeam()
    {
        var drill = Lobby;
        foreach (var name in new[] { "Ada", "Bo", "Cy" }) drill = Join(drill, name);
        Assert.Equal(["t1", "t2", "t1"], drill.People.Select(person => person.Team));
    }

    [Theory]
    [InlineData("ada", SeatRole.Player, null, "name-taken")]
    [InlineData("ADA ", SeatRole.Observer, null, "name-taken")]
    [InlineData("Bo", SeatRole.Player, "t3", "team-unknown")]
    [InlineData("", SeatRole.Player, null, "name-empty")]
    public void WhoIsRefusedChangesNothing(string name, SeatRole role, string? team, string code)
    {
        var drill = Join(Lobby, "Ada");
        Assert.Equal(code, DrillRules.Join(drill, new SeatRequest(name, role, team), out var next, out var person)?.Code);
        Assert.Same(drill, next);
        Assert.Null(person);
    }

    [Fact]
    public void LeavingTheLobbyFreesTheNameAndLeavingADrillDoesNot()
    {
        var drill = DrillRules.Leave(Join(Lobby, "Ada"), "p1");
        Assert.Empty(drill.People);
        drill = Join(drill, "Ada");
        Assert.Equal("p2", drill.People.Single().Id);
        Assert.Null(DrillRules.Start(drill, Noon, out drill));
        drill = DrillRules.Leave(drill, "p2");
        Assert.True(drill.People.Single().Left);
        Assert.Equal("name-taken", DrillRules.Join(drill, new SeatRequest("Ada", SeatRole.Player, null), out _, out _)?.Code);
    }

    [Fact]
    public void AFullTeamTakesNobodyUntilSomebodyLeaves()
    {
        var drill = Lobby;
        for (var i = 1; i <= DrillLimits.Players; i++) drill = Join(drill, $"Player {i}", "t1");
        Assert.Equal("team-full", DrillRules.Join(drill, new SeatRequest("Ada", SeatRole.Player, "t1"), out _, out _)?.Code);
        Assert.Equal("t2", Join(drill, "Ada").People[^1].Team);
        Assert.Equal("t1", Join(DrillRules.Leave(drill, "p1"), "Ada", "t1").People[^1].Team);
    }

    [Fact]
    public void WhoComesAndGoesCannotFillTheRecordsOfADrill()
    {
        Assert.Null(DrillRules.Start(Lobby, Noon, out var drill));
        var comers = 0;
        for (string? refusal = null; refusal is null && comers < 2000; comers++)
        {
            drill = DrillRules.Leave(drill, $"p{comers}");
            var wanted = new SeatRequest($"Guest {comers}", SeatRole.Observer, null);
            refusal = DrillRules.Join(drill, wanted, out drill, out _)?.Code;
            Assert.True(refusal is null or "drill-full");
        }

        Assert.Equal(1001, comers);
        // a lobby keeps nobody who has left
        drill = Lobby;
        for (comers = 1; comers < 1100; comers++) drill = DrillRules.Leave(Join(drill, "Ada"), $"p{comers}");
        Assert.Equal("p1100", Join(drill, "Ada").People.Single().Id);
    }

    [Fact]
    public void ADrillGoesThroughItsLife()
    {
        Assert.Equal("drill-not-running", DrillRules.Pause(Lobby, out _)?.Code);
        Assert.Equal("drill-not-running", DrillRules.Continue(Lobby, out _)?.Code);
        Assert.Null(DrillRules.Start(Lobby, Noon, out var drill));
        Assert.Equal((DrillStatus.Running, Noon), (drill.Status, drill.StartedAt!.Value));
        Assert.Equal("drill-already-started", DrillRules.Start(drill, Noon, out _)?.Code);
        Assert.Equal("drill-not-paused", DrillRules.Continue(drill, out _)?.Code);
        Assert.Null(DrillRules.Pause(drill, out drill));
        Assert.Equal("drill-paused", DrillRules.Pause(drill, out _)?.Code);
        Assert.Null(DrillRules.Speed(drill, 8, out drill));
        Assert.Equal("speed-invalid", DrillRules.Speed(drill, 3, out _)?.Code);
        Assert.Null(DrillRules.Continue(drill, out drill));
        Assert.Null(DrillRules.Finish(drill, Noon, out drill));
        Assert.Equal((DrillStatus.Finished, 8), (drill.Status, drill.Speed));
        Assert.Equal("drill-finished", DrillRules.Finish(drill, Noon, out _)?.Code);
        Assert.Equal("drill-finished", DrillRules.Join(drill, new SeatRequest("Ada", SeatRole.Player, null), out _, out _)?.Code);
    }

    [Fact]
    public void OneBrowserPlaysOneTeam()
    {
        var drill = Join(Lobby, "Ada", "t1", browser: "b1");
        var other = new SeatRequest("Bo", SeatRole.Player, "t2", "b1");
        Assert.Equal("plays-already", DrillRules.Join(drill, other, out _, out _)?.Code);
        Assert.Equal("t1", Join(drill, "Bo", team: null, browser: "b1").People[^1].Team);
        Assert.Equal("t2", Join(drill, "Bo", team: null, browser: "b2").People[^1].Team);
        Assert.Null(DrillRules.Join(drill, new SeatRequest("Bo", SeatRole.Observer, null, "b1"), out _, out _));
        Assert.Equal("t2", Join(DrillRules.Leave(drill, "p1"), "Ada", "t2", browser: "b1").People[^1].Team);
        Assert.Null(DrillRules.Start(drill, Noon, out var begun));
        Assert.Equal("plays-already", DrillRules.Join(DrillRules.Leave(begun, "p1"), other, out _, out _)?.Code);
    }

    [Fact]
    public void WhoHoldsASeatPlaysNoOtherTeam()
    {
        var drill = Join(Lobby, "Ada", "t1");
        var other = new SeatRequest("Bo", SeatRole.Player, "t2", Holds: "p1");
        Assert.Equal("plays-already", DrillRules.Join(drill, other, out _, out _)?.Code);
        Assert.Equal("t1", Joined(drill, new SeatRequest("Bo", SeatRole.Player, null, Holds: "p1")).People[^1].Team);
    }

    [Fact]
    public void OnlyTheOrganiserIsCalledOrganiser()
    {
        var guest = new SeatRequest("Organiser", SeatRole.Observer, null);
        Assert.Equal("name-reserved", DrillRules.Join(Lobby, guest, out _, out _)?.Code);
        Assert.Null(DrillRules.Oversee(Lobby, "Organiser", out var drill, out _));
        Assert.Null(DrillRules.Oversee(drill, "Organiser", out drill, out _));
        Assert.Equal(["Organiser", "Organiser 2"], drill.People.Select(person => person.Name));
        Assert.All(drill.People, person => Assert.Equal(SeatRole.Instructor, person.Role));
    }

    [Fact]
    public void AFinishedDrillForgetsTheAddressItWasCreatedFrom()
    {
        Assert.Null(DrillRules.Finish(Lobby, Noon, out var drill));
        Assert.Equal(("192.0.2.7", ""), (Lobby.Address, drill.Address));
    }

    [Theory]
    [InlineData(DrillStatus.Lobby, false, 10)]
    [InlineData(DrillStatus.Running, false, 30)]
    [InlineData(DrillStatus.Paused, false, 24 * 60)]
    [InlineData(DrillStatus.Running, true, 10)]
    [InlineData(DrillStatus.Paused, true, 10)]
    public void ADrillWaitsForItsPeople(DrillStatus status, bool solo, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), DrillRules.Patience(Lobby with { Status = status, Solo = solo }));

    [Theory]
    [InlineData(" 7kq 2mx ", "7KQ2MX")]
    [InlineData("7KQ-2MX", "7KQ2MX")]
    [InlineData("7KQ2M", null)]
    [InlineData("7KQ2MO", null)]
    [InlineData(null, null)]
    public void CodesAreReadAsPeopleTypeThem(string? typed, string? code) => Assert.Equal(code, JoinCode.Read(typed));

    [Fact]
    public void CodesAndIdsAreDrawnFromTheirAlphabets()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => JoinCode.Draw()).ToHashSet();
        Assert.All(codes, code => Assert.Equal(code, JoinCode.Read(code)));
        Assert.InRange(codes.Count, 998, 1000);
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(JoinCode.DrawSeed(), 0UL, (1UL << 53) - 1));
    }

    [Fact]
    public void WhoIsOnlineIsForgottenWithTheirServer()
    {
        var time = new ManualTime();
        var presence = new Presence(time);
        Assert.True(presence.Report("one", ["p1", "p2"]));
        Assert.True(presence.Report("other", ["p3", "p1"]));
        Assert.False(presence.Report("other", ["p1", "p3"]));
        Assert.Equal(["p1", "p2", "p3"], presence.Online);
        time.Pass(Presence.Patience - TimeSpan.FromSeconds(1));
        presence.Report("other", ["p3"]);
        time.Pass(TimeSpan.FromSeconds(2));
        Assert.False(presence.NobodyFor(TimeSpan.FromMinutes(10)));
        Assert.Equal(["p3"], presence.Online);
        presence.Report("other", []);
        time.Pass(TimeSpan.FromMinutes(9));
        Assert.False(presence.NobodyFor(TimeSpan.FromMinutes(10)));
        time.Pass(TimeSpan.FromMinutes(2));
        Assert.True(presence.NobodyFor(TimeSpan.FromMinutes(10)));
    }

    private static DrillRecord Join(DrillRecord drill, string name, string? team = null, string browser = "") =>
        Joined(drill, new SeatRequest(name, SeatRole.Player, team, browser));

    private static DrillRecord Joined(DrillRecord drill, SeatRequest wanted)
    {
        Assert.Null(DrillRules.Join(drill, wanted, out var next, out _));
        return next;
    }
}
