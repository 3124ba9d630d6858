using OpsGame.Server.Wire;
using OpsGame.Simulation.Causes;

namespace OpsGame.Server.Tests.Play;

/// <summary>A team at its incident desk, through real connections.</summary>
public sealed class IncidentPlayTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Hostile = "<img src=x onerror=alert(1)> {0} ${7*7} '; DROP TABLE drills;-- 결제";

    [Fact]
    public async Task ATeamDeclaresNamesAndClosesAndIsToldOnlyThenWhatWasRight()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await PlayTests.Balancers(instructor), "Grace", ["Red"], seed: 7);
        await using var ada = await server.Connect();
        await using var bo = await server.Connect();
        await ada.Join(instructor.Seat!.Code, "Ada", "t1");
        await bo.Join(instructor.Seat.Code, "Bo", "t1");
        Assert.Equal(Taxonomy.Ids, ada.Seat!.Failures.Select(failure => failure.Id));
        Assert.Null(await instructor.Order(nameof(IDrillHub.Speed), 8.0));
        Assert.Null(await instructor.Order(nameof(IDrillHub.Start)));
        await ada.Sees(frame => frame.Tick >= 4);

        Assert.Equal("incident-none", await Refused(ada, "close-incident"));
        await Done(ada, "take-role", ("role", "commander"));
        await Done(bo, "declare-incident", ("severity", "sev1"), ("what", Hostile));
        Assert.Equal("incident-open", await Refused(ada, "declare-incident", ("what", "again")));
        var desk = (await ada.Sees(frame => frame.Desk?.Incidents.Length == 1)).Desk!;
        Assert.Equal((Hostile, "Bo", "sev1"), (desk.Incidents[0].What, desk.Incidents[0].Player, desk.Incidents[0].Severity));
        var told = bo.Frames.SelectMany(frame => frame.Events).First(each => each.Code == "incident-declared");
        Assert.Contains(Hostile, told.Text.Args);
        Assert.Equal("Bo", told.Player);

        Assert.Null(await instructor.Order(nameof(IDrillHub.Inject), new InjectRequest(null, "server-hang", "web-1", [])));
        await ada.Sees(frame => frame.Alerts?.Any(alert => alert.Severity == "critical") == true);
        await Done(bo, "name-cause", ("component", "web-2"), ("failure", "memory-leak"));
        await Done(ada, "name-cause", ("component", "web-1"), ("failure", "hung-backend"));
        Assert.Equal("cause-named-already", await Refused(bo, "name-cause", ("component", "web-1"), ("failure", "hung-backend")));
        await Done(bo, "take-role", ("role", "commander"));
        await Done(ada, "post-status", ("state", "identified"), ("text", Hostile));
        Assert.Equal("incident-still-hurting", await Refused(ada, "close-incident"));
        Assert.All(ada.Frames.Where(frame => frame.Desk is not null).SelectMany(frame => frame.Desk!.Incidents)
            .SelectMany(one => one.Causes),
            named => Assert.Equal("open", named.Verdict));

        Assert.Null((await ada.Command("r1", "restart-server", "web-1")).Refusal);
        await ada.Sees(frame => frame.Alerts is { Length: 0 } && frame.Events.Any(each => each.Kind == "cleared"));
        await Done(ada, "close-incident");
        desk = (await bo.Sees(frame => frame.Desk?.Incidents is [{ ClosedMs: > 0 }])).Desk!;
        Assert.Equal(["wrong", "right"], desk.Incidents[0].Causes.Select(named => named.Verdict));
        Assert.Equal([("commander", "Bo")], desk.Roles.Select(holder => (holder.Role, holder.Player)));
        Assert.Equal(desk.Incidents[0].Number, (await ada.FullFrame())!.Desk!.Incidents[0].Number);
    }

    [Theory]
    [InlineData("declare-incident", "what", "two\nlines", "text-control-character")]
    [InlineData("declare-incident", "what", "\u202Eevil", "text-control-character")]
    [InlineData("declare-incident", "what", " ", "parameter-missing")]
    [InlineData("declare-incident", "severity", "sev0", "parameter-not-a-choice")]
    [InlineData("name-cause", "failure", "gremlins", "parameter-not-a-choice")]
    [InlineData("name-cause", "component", "nobody", "component-unknown")]
    public async Task WhatCannotBeSaidIsRefusedAtTheDoor(string action, string parameter, string value, string code)
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        await player.Sees(frame => frame.Tick >= 2);
        var args = new Dictionary<string, string>(action == "name-cause"
            ? [new("component", "users"), new("failure", "deadlocks")]
            : [new("what", "trouble"), new("severity", "sev2")]) { [parameter] = value };
        Assert.Equal(
            code, (await player.Command("c1", action, "incident", [.. args.Select(arg => (arg.Key, arg.Value))])).Refusal?.Code);
    }

    [Fact]
    public async Task ATextThatIsTooLongIsRefusedInItsOwnWords()
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        await player.Sees(frame => frame.Tick >= 2);
        Assert.Null((await player.Command("c1", "declare-incident", "incident", ("what", new string('가', 80)))).Refusal);
        Assert.Equal("text-too-long",
            (await player.Command("c2", "post-status", "incident", ("text", new string('x', 281)))).Refusal?.Code);
        Assert.Equal("request-invalid",
            (await player.Command("c3", "post-status", "incident", ("text", new string('x', 5_000)))).Refusal?.Code);
        Assert.Null((await player.Command("c4", "post-status", "incident", ("text", new string('x', 280)))).Refusal);
        await player.Sees(frame => frame.Desk?.Incidents is [{ Updates.Length: 1 }]);
    }

    private static async Task Done(Player player, string action, params (string Name, string Value)[] args)
    {
        var id = $"{player.Seat!.Name}-{action}-{Guid.NewGuid():n}";
        Assert.Null((await player.Command(id, action, "incident", args)).Refusal);
        await player.Sees(frame => frame.Events.Any(told => told.Command == id && told.Kind == "command"));
    }

    /// <summary>The code of the event that says why.</summary>
    private static async Task<string> Refused(Player player, string action, params (string Name, string Value)[] args)
    {
        var id = $"{player.Seat!.Name}-{action}-{Guid.NewGuid():n}";
        Assert.Null((await player.Command(id, action, "incident", args)).Refusal);
        var frame = await player.Sees(frame => frame.Events.Any(told => told.Command == id));
        return frame.Events.First(told => told.Command == id).Code;
    }
}
