using System.Text.Json;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>Drills as people play them.</summary>
public sealed class PlayTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Balanced = "balancer-health-checks";

    [Fact]
    public async Task PlayNowShowsARunningSystemAtOnce()
    {
        await using var player = await server.Connect();
        var answer = await player.PlayNow();
        Assert.Null(answer.Refusal);
        Assert.Equal("player", answer.Seat!.Role);
        Assert.Equal("running", answer.Seat.Room.Status);
        var frame = await player.Sees(each => each.Tick >= 5);
        Assert.Equal("running", frame.Status);
        Assert.Contains(player.Frames, each => each.Service.InFlight > 0);
        Assert.All(player.Frames.Zip(player.Frames.Skip(1)), pair => Assert.Equal(pair.First.Tick, pair.Second.Previous));
    }

    [Fact]
    public async Task DeltasAddUpToTheFullFrame()
    {
        await using var player = await server.Connect();
        await player.PlayNow(await Balancers(player));
        Assert.Null(await player.Order(nameof(IDrillHub.Speed), 8.0));
        await player.Sees(frame => frame.Tick >= 4);
        var begun = (await player.FullFrame())!;
        await player.Command("c1", "detach", Target(begun).Balancer, ("server", Target(begun).Server));
        await player.Sees(frame => frame.Tick >= begun.Tick + 40);
        Assert.Null(await player.Order(nameof(IDrillHub.Pause)));
        var paused = await player.Sees(frame => frame.Status == "paused");

        var whole = (await player.FullFrame())!;
        Assert.True(player.Frames.Count(frame => !frame.Full) > 20);
        Assert.False(paused.Full);
        Assert.Equal(Show(whole), Show(paused));
    }

    [Fact]
    public async Task TwoTeamsMeetTheSameLuckUntilOneActs()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await Balancers(instructor), "Grace", ["Red", "Blue"], seed: 42);
        var code = instructor.Seat!.Code;
        await using var red = await server.Connect();
        await using var blue = await server.Connect();
        await red.Join(code, "Ada", "t1");
        await blue.Join(code, "Bo", "t2");
        Assert.Null(await instructor.Order(nameof(IDrillHub.Speed), 2.0));
        Assert.Null(await instructor.Order(nameof(IDrillHub.Start)));
        var frame = await red.Sees(each => each.Tick >= 8);
        var (balancer, target) = Target((await red.FullFrame())!);
        var receipt = await red.Command("c1", "detach", balancer, ("server", target));
        Assert.Null(receipt.Refusal);
        await red.Sees(each => each.Tick >= receipt.Tick + 12);
        await blue.Sees(each => each.Tick >= receipt.Tick + 12);

        string Service(Player player, long tick) =>
            player.Frames.Single(each => each.Tick == tick && each.Previous < tick).Classes[0].ToString();
        for (var tick = frame.Tick; tick < receipt.Tick; tick++) Assert.Equal(Service(red, tick), Service(blue, tick));
        Assert.NotEqual(Target((await red.FullFrame())!), Target((await blue.FullFrame())!));
        var told = red.Frames.SelectMany(each => each.Events).First(each => each.Command == "c1");
        Assert.Equal("Ada", told.Player);
        Assert.DoesNotContain(blue.Frames.SelectMany(each => each.Events), each => each.Command == "c1");
    }

    [Fact]
    public async Task ACommandSentTwiceIsCarriedOutOnce()
    {
        await using var player = await server.Connect();
        await player.PlayNow(await Balancers(player));
        await player.Sees(frame => frame.Tick >= 2);
        var (balancer, target) = Target((await player.FullFrame())!);
        var first = await player.Command("same", "detach", balancer, ("server", target));
        var second = await player.Command("same", "detach", balancer, ("server", target));
        Assert.Null(first.Refusal);
        Assert.Equal(first, second);
        await player.Sees(frame => frame.Tick >= first.Tick + 3);
        Assert.Single(player.Frames.SelectMany(frame => frame.Events), each => each.Command == "same" && each.Kind == "command");
    }

    [Fact]
    public async Task ASeatComesBackWithItsToken()
    {
        var player = await server.Connect();
        await player.PlayNow();
        var seat = player.Seat!;
        var last = await player.Sees(frame => frame.Tick >= 3);
        await player.DisposeAsync();

        await using var again = await server.Connect();
        var answer = await again.Resume(seat.Token);
        Assert.Null(answer.Refusal);
        Assert.Equal((seat.Drill, seat.Player, seat.Name, seat.Team),
            (again.Seat!.Drill, again.Seat.Player, again.Seat.Name, again.Seat.Team));
        Assert.True((await again.FullFrame())!.Tick >= last.Tick);
        await again.Sees(frame => frame.Tick > last.Tick);
    }

    [Fact]
    public async Task APausedClockStopsAndResumes()
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        await player.Sees(frame => frame.Tick >= 2);
        Assert.Null(await player.Order(nameof(IDrillHub.Pause)));
        var paused = await player.Sees(frame => frame.Status == "paused");
        Assert.Equal("drill-paused", (await player.Command("c1", "acknowledge", "a1")).Refusal?.Code);
        Assert.Equal(paused.Tick, (await player.FullFrame())!.Tick);
        Assert.Null(await player.Order(nameof(IDrillHub.Continue)));
        await player.Sees(frame => frame.Tick > paused.Tick);
    }

    [Fact]
    public async Task AHintAskedForIsThereForTheTeamAndNotesOnlyWhenTheDrillIsOver()
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        await player.Sees(frame => frame.Tick >= 4);
        var hints = (await player.FullFrame())!.Hints!;
        Assert.Empty(hints.Taken);
        Assert.Null(await player.Notes());

        Assert.Null(await player.Order(nameof(IDrillHub.Speed), 8.0));
        await player.Sees(frame => frame.TimeMs >= hints.FromMs + 1000);
        Assert.Null((await player.Command("h1", "take-hint", "hints")).Refusal);
        var taken = (await player.Sees(frame => frame.Hints is { Taken.Length: 1 })).Hints!.Taken[0];

        Assert.Equal(player.Seat!.Name, taken.By);
        Assert.NotEmpty(taken.Text.Ko);
        Assert.Null(await player.Order(nameof(IDrillHub.Finish)));
        await player.SeesRoom(room => room.Status == "finished");
        Assert.NotNull(await player.Notes());
    }

    [Fact]
    public async Task ADrillEndedBeforeItsTimeIsScoredButNotOnTheBoard()
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        await player.Sees(frame => frame.Tick >= 8);
        Assert.Null(await player.Order(nameof(IDrillHub.Finish)));
        var room = await player.SeesRoom(room => room.Status == "finished");
        await player.Sees(frame => frame.Status == "finished");
        Assert.True(room.Teams[0].Score > 0);
        Assert.DoesNotContain(await player.Board(player.Seat!.Scenario.Id), each => each.Drill == player.Seat.Drill);
        Assert.Equal("drill-finished", await player.Order(nameof(IDrillHub.Pause)));
    }

    [Fact]
    public async Task TheRoomTellsWhoCameAndHowTeamsStand()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await Balancers(instructor), "Grace", ["Red", "Blue"]);
        await using var player = await server.Connect();
        var door = await player.FindDrill(instructor.Seat!.Code.ToLowerInvariant());
        Assert.Equal(["Red", "Blue"], door.Seat!.Room.Teams.Select(team => team.Name));
        await player.Join(instructor.Seat.Code, "Ada");
        await instructor.SeesRoom(room => room.People.Any(person => person is { Name: "Ada", Online: true, Team: "t1" }));
        await player.Leave();
        await instructor.SeesRoom(room => room.People.Length == 1);
        await player.Join(instructor.Seat.Code, "Ada");
        Assert.Null(await instructor.Order(nameof(IDrillHub.Start)));
        await instructor.SeesRoom(room => room.Status == "running" && room.Teams.All(team => team.Spent > 0));
    }

    [Fact]
    public async Task AnInstructorWatchesAnyTeamAndInjectsFaults()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await Balancers(instructor), "Grace", ["Red", "Blue"]);
        Assert.Null(await instructor.Order(nameof(IDrillHub.Speed), 4.0));
        Assert.Null(await instructor.Order(nameof(IDrillHub.Start)));
        Assert.Null(await instructor.Order(nameof(IDrillHub.Watch), "t2"));
        await instructor.Sees(frame => frame.Team == "t2" && frame.Tick >= 4);
        var target = Target((await instructor.FullFrame())!).Server;
        Assert.Equal("team-unknown", await instructor.Order(nameof(IDrillHub.Watch), "t9"));
        Assert.Equal(
            "fault-unknown", await instructor.Order(nameof(IDrillHub.Inject), new InjectRequest(null, "flood", target, [])));
        Assert.Equal(
            "parameter-out-of-range",
            await instructor.Order(
                nameof(IDrillHub.Inject), new InjectRequest(null, "server-crash", target, new() { ["seconds"] = "0" })));
        Assert.Equal(
            "parameter-unknown",
            await instructor.Order(
                nameof(IDrillHub.Inject), new InjectRequest(null, "server-crash", target, new() { ["from"] = "web" })));
        Assert.Null(
            await instructor.Order(
                nameof(IDrillHub.Inject), new InjectRequest(null, "firewall", target, new() { ["from"] = "users" })));
        await instructor.Sees(frame => frame.Servers.Any(view => view.Id == target && view.Firewall is ["users"]));
        Assert.Null(
            await instructor.Order(
                nameof(IDrillHub.Inject), new InjectRequest(null, "server-crash", target, new() { ["seconds"] = "30" })));
        await instructor.Sees(frame => frame.Servers.Any(view => view.Id == target && view.Lifecycle != "running"));
    }

    [Fact]
    public async Task AComponentShowsItsPast()
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        await player.Order(nameof(IDrillHub.Speed), 8.0);
        await player.Sees(frame => frame.Tick >= 20);
        var history = await player.Inspect((await player.FullFrame())!.Servers[0].Id);
        Assert.True(history!.TimesMs.Length >= 4);
        Assert.Equal(history.TimesMs.Length, history.Series["cpu"].Length);
        Assert.Null(await player.Inspect("nobody"));
    }

    internal static async Task<string> Balancers(Player player) =>
        (await player.Library()).FirstOrDefault(card => card.Id == Balanced)?.Id ?? (await player.Library())[1].Id;

    private static (string Balancer, string Server) Target(Frame frame) =>
        (frame.Balancers[0].Id, frame.Balancers[0].Targets.First(target => target.State is "healthy" or "initial").Server);

    /// <summary>What a player sees of the estate, for comparing; without what belongs to one message only.</summary>
    private static string Show(Frame frame) =>
        JsonSerializer.Serialize(frame with { Full = false, Previous = 0, BehindMs = 0, Events = [], Traces = [] });
}
