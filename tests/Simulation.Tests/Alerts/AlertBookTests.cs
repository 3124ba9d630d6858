using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Tests.Kinds;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Alerts;

public class AlertBookTests
{
    private static readonly Finding Hot = new(new AlertKind("alert-cpu", Nearness.Full), "web-1", ["web-1"]);

    private readonly AlertBook _book = new();
    private readonly List<DomainEvent> _events = [];
    private int _seconds;

    [Fact]
    public void AnAlertIsKnownByItsNumberAndCanOnlyBeAcknowledged()
    {
        Assert.Null(Acting.World().KindOf("alert-1"));
        Assert.Equal(["acknowledge"], Acting.ActionsOn(Alert.Kind));
        Look(3, Hot);
        Assert.True(_book.Knows("alert-1"));
        Assert.False(_book.Knows("alert-2"));
    }

    [Fact]
    public void AFindingMustLastThreeSeconds()
    {
        Look(2, Hot);
        Look(1);
        Look(2, Hot);
        Assert.Empty(_events);

        Look(1, Hot);
        Assert.Equal((EventKind.Alert, "alert-cpu"), (Assert.Single(_events).Kind, _events[0].Code));
    }

    [Fact]
    public void AnAlertClearsWhenItsFindingIsGoneForFiveSeconds()
    {
        Look(3, Hot);
        Look(4);
        Assert.Single(_book.Open);
        Look(1, Hot);
        Look(5);
        Assert.Empty(_book.Open);
        Assert.Equal([EventKind.Alert, EventKind.Cleared], _events.Select(told => told.Kind));
        Assert.True(_book.Knows("alert-1"));
    }

    [Fact]
    public void ItIsAcknowledgedOnceWhileItIsOpen()
    {
        var acknowledge = Acting.Of("acknowledge", "alert-1");
        Assert.Equal("alert-gone", _book.Refuses(acknowledge)?.Code);
        Look(3, Hot);
        _book.Acknowledge(acknowledge, 0, _events);
        Assert.Equal("ann", Assert.Single(_book.Open).By);
        Assert.Equal(["web-1", "ann"], _book.Refuses(acknowledge)!.Args);
    }

    private void Look(int seconds, params Finding[] findings)
    {
        for (var second = 0; second < seconds; second++) _book.Update(findings, Estates.Seconds(++_seconds), _events);
    }
}
