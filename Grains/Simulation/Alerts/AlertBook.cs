using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Alerts;

/// <summary>Open alerts: a finding must last to raise one, and be gone for a while to clear it.</summary>
internal sealed class AlertBook
{
    private const int SecondsToRaise = 3;
    private const int SecondsToClear = 5;

    private readonly List<Watch> _watches = [];
    private int _raised;

    public ImmutableArray<Alert> Open =>
        [.. _watches.Where(watch => watch.Alert is not null).Select(watch => watch.Alert!).OrderBy(alert => alert.SinceNs)];

    public bool Has(string id) => _watches.Exists(watch => watch.Alert?.Id == id);

    /// <summary>One simulated second's findings.</summary>
    public void Look(IEnumerable<Finding> findings, long nowNs, List<DomainEvent> events)
    {
        foreach (var watch in _watches) watch.Seen = false;
        foreach (var finding in findings)
        {
            var watch = _watches.Find(watch => watch.Finding.Code == finding.Code && watch.Finding.Component == finding.Component);
            if (watch is null) _watches.Add(watch = new Watch { Finding = finding });
            watch.Finding = finding;
            watch.Seen = true;
        }

        foreach (var watch in _watches) Update(watch, nowNs, events);
        _watches.RemoveAll(watch => watch is { Seen: false, Alert: null });
    }

    public void Acknowledge(Command command, long nowNs, List<DomainEvent> events)
    {
        var watch = _watches.Find(watch => watch.Alert?.Id == command.Target);
        var kind = watch is { Alert.By: "" } ? EventKind.Command : EventKind.Refused;
        var code = watch is null ? "alert-gone" : kind == EventKind.Refused ? "alert-acknowledged-already" : "alert-acknowledged";
        var finding = watch?.Finding;
        events.Add(new DomainEvent(
            nowNs, kind, code, finding?.Component ?? "", command.By, command.Id, [finding?.Component ?? "", watch?.Alert?.By ?? ""]));
        if (kind == EventKind.Command) watch!.Alert = watch.Alert! with { By = command.By };
    }

    private void Update(Watch watch, long nowNs, List<DomainEvent> events)
    {
        watch.Seconds = watch.Seen == (watch.Alert is null) ? watch.Seconds + 1 : 0;
        if (watch.Alert is null && watch.Seconds >= SecondsToRaise)
        {
            var finding = watch.Finding;
            var id = $"alert-{(++_raised).ToString(CultureInfo.InvariantCulture)}";
            watch.Alert = new Alert(id, finding.Critical, finding.Code, finding.Component, finding.Args, nowNs, "");
            watch.Seconds = 0;
            events.Add(new DomainEvent(nowNs, EventKind.Alert, finding.Code, finding.Component, "", "", finding.Args));
        }
        else if (watch.Alert is not null && watch.Seconds >= SecondsToClear)
        {
            events.Add(new DomainEvent(nowNs, EventKind.Cleared, watch.Alert.Code, watch.Alert.Component, "", "", watch.Alert.Args));
            watch.Alert = null;
            watch.Seconds = 0;
        }
    }

    private sealed class Watch
    {
        public required Finding Finding { get; set; }

        public bool Seen { get; set; }

        /// <summary>How long the finding has lasted (no alert yet) or been gone (alert open).</summary>
        public int Seconds { get; set; }

        public Alert? Alert { get; set; }
    }
}
