using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Incidents;

/// <summary>What a team may do at its incident desk, and what it is told.</summary>
public sealed class IncidentTests
{
    private readonly Play _play = new(Shop.Of(60));

    [Fact]
    public void AnIncidentIsDeclaredWorkedOnAndClosed()
    {
        Declare("checkout is down").Pass(10);
        _play.Do("post-status", "incident", ("state", "identified"), ("text", "A server hangs."))
            .Do("name-cause", "incident", ("component", "app-1"), ("failure", "hung-backend")).Pass(10);
        _play.Do("close-incident", "incident").Pass(1);

        var incident = Assert.Single(_play.World.Incidents.Incidents);
        Assert.Equal(
            (1, Severity.Sev1, "checkout is down", "ann"), (incident.Number, incident.Severity, incident.What, incident.By));
        Assert.Equal(new StatusUpdate(StatusState.Identified, "A server hangs.", "ann", incident.Updates[0].AtNs),
            Assert.Single(incident.Updates));
        Assert.Equal((FailureKind.HungBackend, "app-1"), (incident.Causes[0].Failure, incident.Causes[0].Component));
        Assert.InRange(incident.ClosedNs - incident.DeclaredNs, Estates.Seconds(20), Estates.Seconds(20.5));
        Assert.Equal(["incident-declared", "status-posted", "cause-named", "incident-closed"], _play.Codes);
        Assert.Null(_play.World.Incidents.Current);
    }

    [Fact]
    public void OnlyOneIsOpenAtATime()
    {
        Declare("first").Pass(1);
        Declare("second").Pass(1);
        Assert.Equal("first", Assert.Single(_play.World.Incidents.Incidents).What);
        Assert.Equal(["incident", "1", "first"], Refused("incident-open").Args);
        _play.Do("close-incident", "incident").Pass(1);
        Declare("second").Pass(1);
        Assert.Equal(2, _play.World.Incidents.Current!.Number);
    }

    [Theory]
    [InlineData("post-status", "state", "monitoring", "text", "We look on.")]
    [InlineData("name-cause", "component", "app-1", "failure", "black-hole")]
    [InlineData("close-incident")]
    public void WithoutAnOpenIncidentThereIsNothingToWorkOn(string action, params string[] args)
    {
        _play.Do(action, "incident", [.. args.Chunk(2).Select(pair => (pair[0], pair[1]))]).Pass(1);
        Refused("incident-none");
        Assert.Equal(IncidentDesk.Empty, _play.World.Incidents);
    }

    [Fact]
    public void ARoleIsTakenAndTakenOver()
    {
        _play.Do("take-role", "incident", ("role", "commander")).Pass(1);
        _play.Do("take-role", "incident", ("role", "commander")).Pass(1);
        Refused("role-yours-already");
        _play.Order(Command("bo", "take-role", ("role", "commander"))).Do("take-role", "incident", ("role", "operations"))
            .Pass(1);
        Assert.Equal(
            [(IncidentRole.Commander, "bo"), (IncidentRole.Operations, "ann")],
            _play.World.Incidents.Roles.Select(holder => (holder.Role, holder.By)));
        Assert.Equal(
            ["incident", "commander", "ann"], _play.Events.Single(told => told is { Code: "role-taken-over", By: "bo" }).Args);
    }

    [Fact]
    public void ACauseIsNamedOnceAndThereAreOnlySoManyGuesses()
    {
        Declare("slow").Pass(1);
        for (var time = 0; time < 2; time++)
            _play.Do("name-cause", "incident", ("component", "app-1"), ("failure", "black-hole"));
        _play.Pass(1);
        Assert.Equal(["incident", "black-hole", "app-1", "ann"], Refused("cause-named-already").Args);
        foreach (var failure in Taxonomy.Ids.Take(IncidentDesk.MostCauses))
            _play.Do("name-cause", "incident", ("component", "balancer"), ("failure", failure));
        _play.Pass(1);
        Refused("causes-too-many");
        Assert.Equal(IncidentDesk.MostCauses, _play.World.Incidents.Current!.Causes.Length);
    }

    [Fact]
    public void IncidentsUpdatesAndCausesAreLimited()
    {
        for (var number = 0; number < IncidentDesk.MostIncidents; number++)
        {
            Declare("again");
            for (var update = 0; update <= IncidentDesk.MostUpdates; update++)
                _play.Do("post-status", "incident", ("state", "monitoring"), ("text", "Nothing new."));
            _play.Do("close-incident", "incident").Pass(0.25);
        }

        Refused("status-too-many");
        Declare("once too often").Pass(1);
        Refused("incidents-too-many");
        Assert.Equal(IncidentDesk.MostIncidents, _play.World.Incidents.Incidents.Length);
        Assert.All(_play.World.Incidents.Incidents, incident => Assert.Equal(IncidentDesk.MostUpdates, incident.Updates.Length));
    }

    [Fact]
    public void AnIncidentCannotBeClosedWhileUsersSuffer()
    {
        Declare("errors").Do("server-hang", "app-1", ("seconds", "600")).Pass(10);
        var alert = _play.World.Last.Alerts.First(one => one.HurtsUsers);
        _play.Do("close-incident", "incident").Do("post-status", "incident", ("state", "resolved"), ("text", "All is well."))
            .Pass(1);
        Assert.Equal(2, _play.Codes.Count(code => code == "incident-still-hurting"));
        Assert.Equal(
            ["incident", alert.Component, alert.Id], _play.Events.First(told => told.Code == "incident-still-hurting").Args);
        _play.Do("restart-server", "app-1").Pass(40).Do("close-incident", "incident").Pass(1);
        Assert.Null(_play.World.Incidents.Current);
    }

    [Fact]
    public void AVerdictIsGivenWhenTheIncidentIsClosed()
    {
        _play.Do("server-hang", "app-1", ("seconds", "600")).Pass(20);
        Declare("errors").Do("name-cause", "incident", ("component", "app-1"), ("failure", "hung-backend"))
            .Do("name-cause", "incident", ("component", "app-2"), ("failure", "hung-backend")).Pass(5);
        Assert.All(_play.World.Incidents.Current!.Causes, named => Assert.Equal(Verdict.Open, named.Verdict));
        Assert.DoesNotContain(_play.Codes, code => code is "cause-right" or "cause-wrong");
        _play.Do("restart-server", "app-1").Pass(40).Do("close-incident", "incident").Pass(1);
        Assert.Equal([Verdict.Right, Verdict.Wrong], _play.World.Incidents.Incidents[0].Causes.Select(named => named.Verdict));
        Assert.Equal(["cause-right", "cause-wrong"],
            _play.Codes.Where(code => code.StartsWith("cause-r", StringComparison.Ordinal) || code == "cause-wrong"));
    }

    [Fact]
    public void WithoutAKnownCauseThereIsNoVerdict()
    {
        Declare("a feeling").Do("name-cause", "incident", ("component", "app-1"), ("failure", "memory-leak")).Pass(5)
            .Do("close-incident", "incident").Pass(1);
        Assert.Equal(Verdict.Unknown, _play.World.Incidents.Incidents[0].Causes[0].Verdict);
    }

    [Theory]
    [InlineData("a\nb", "text-control-character")]
    [InlineData("a\u0007b", "text-control-character")]
    [InlineData("evil\u202Etxt", "text-control-character")]
    [InlineData("half\uD83D", "text-control-character")]
    [InlineData("the da\u200Btabase", "text-control-character")]
    [InlineData("ㅤ", "text-control-character")]
    [InlineData("   ", "parameter-missing")]
    public void TextWithInvisibleCharactersIsRefused(string what, string code) =>
        Assert.Equal(
            code, ActionCatalogue.Check("declare-incident", new Dictionary<string, string> { ["what"] = what }, out _)?.Code);

    [Fact]
    public void TextLengthIsCountedInVisibleCharacters()
    {
        var faces = string.Concat(Enumerable.Repeat("😀", IncidentDesk.WhatLength));
        Assert.Null(
            ActionCatalogue.Check("declare-incident", new Dictionary<string, string> { ["what"] = $" {faces} " }, out var args));
        Assert.Equal(faces, args["what"]);
        Assert.Equal(
            ["what", "80", "81"],
            ActionCatalogue.Check("declare-incident", new Dictionary<string, string> { ["what"] = faces + "!" }, out _)!.Args);
    }

    [Fact]
    public void ACauseNamesAnExistingComponent()
    {
        Assert.Equal("component-unknown",
            _play.World.Check(Command("ann", "name-cause", ("component", "app-9"), ("failure", "deadlocks")))?.Code);
        Assert.Equal("component-unknown",
            _play.World.Check(Command("ann", "name-cause", ("component", "incident"), ("failure", "deadlocks")))?.Code);
        Assert.Null(_play.World.Check(Command("ann", "name-cause", ("component", "users"), ("failure", "retry-storm"))));
        Assert.Null(_play.World.Check(Command("ann", "name-cause", ("component", "rack-a"), ("failure", "rack-lost"))));
    }

    [Fact]
    public void TextsAreInTheStateHash()
    {
        var other = new Play(Shop.Of(60));
        Declare("one").Pass(1);
        other.Do("declare-incident", "incident", ("severity", "sev1"), ("what", "other")).Pass(1);
        Assert.NotEqual(other.World.Last.Hash, _play.World.Last.Hash);
    }

    [Fact]
    public void EveryFailureHasItsId() => Assert.Equal(
        Enum.GetNames<FailureKind>()
            .Select(name =>
                string.Concat(name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"))
                    .TrimStart('-')),
        Taxonomy.Ids);

    private Play Declare(string what) => _play.Do("declare-incident", "incident", ("severity", "sev1"), ("what", what));

    private DomainEvent Refused(string code) => _play.Events.Last(told => told.Kind == EventKind.Refused && told.Code == code);

    private static Command Command(string by, string action, params (string Name, string Value)[] args)
    {
        Assert.Null(ActionCatalogue.Check(action, args.ToDictionary(arg => arg.Name, arg => arg.Value), out var full));
        return new Command($"{by}-{action}", by, action, "incident", full);
    }
}
