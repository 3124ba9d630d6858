using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Tests.Kinds;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Incidents;

public class IncidentRulesTests
{
    private static readonly Alert Errors =
        new("alert-1", Monitors.Errors.Name, Nearness.Suffering, true, true, "browse", ["browse"], 0, "");

    [Fact]
    public void EveryEstateHasOneIncidentDesk()
    {
        Assert.Equal(IncidentDesk.Kind, Acting.World().KindOf(IncidentRules.Id));
        Assert.Equal(
            ["declare-incident", "post-status", "name-cause", "take-role", "close-incident"],
            Acting.ActionsOn(IncidentDesk.Kind));
    }

    [Fact]
    public void AnIncidentIsDeclaredWithItsSeverityAndItsTime()
    {
        var incident = Tick(IncidentDesk.Empty, 5, Declare()).State.Current!;
        Assert.Equal(
            (1, Severity.Sev1, "checkout fails", "ann", Estates.Seconds(5)),
            (incident.Number, incident.Severity, incident.What, incident.By, incident.DeclaredNs));
    }

    [Fact]
    public void ItCannotBeClosedWhileAnAlertSaysThatUsersSuffer()
    {
        var desk = Tick(IncidentDesk.Empty, 5, Declare()).State;
        var refused = Tick(desk, 65, Close(), Errors);
        Assert.Equal(desk.Current, refused.State.Current);
        Assert.Equal("incident-still-hurting", Assert.Single(refused.Events).Code);

        var closed = Tick(desk, 65, Close(), Errors with { Code = "alert-cpu", HurtsUsers = false });
        Assert.Null(closed.State.Current);
        Assert.Equal(["incident", "1", "60"], Assert.Single(closed.Events).Args);
    }

    [Fact]
    public void WithoutAnIncidentThereIsNothingToClose() =>
        Assert.Equal("incident-none", Assert.Single(Tick(IncidentDesk.Empty, 5, Close()).Events).Code);

    private static Command Declare() =>
        Acting.Of("declare-incident", "incident", ("severity", "sev1"), ("what", "checkout fails"));

    private static Command Close() => Acting.Of("close-incident", "incident");

    private static Outcome<IncidentDesk> Tick(IncidentDesk desk, double seconds, Command command, params Alert[] alerts) =>
        IncidentRules.Tick(desk, new IncidentInput(IncidentRules.Id, Estates.Seconds(seconds), [command], [.. alerts], []));
}
