using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Alerts;

/// <summary>Open alerts: a finding must last to raise one, and be gone for a while to clear it.</summary>
internal sealed class AlertBook
{
    private const string Prefix = "alert-";
    private const int SecondsToRaise = 3;
    private const int SecondsToClear = 5;

    private readonly List<Watch> _watches = [];
    private int _raised;

    public ImmutableArray<Alert> Open { get; private set; } = [];

    /// <summary>Whether it is an alert of this estate, be it open or over.</summary>
    public bool Knows(string id) => id.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        && number <= _raised;

    /// <summary>One simulated second's findings.</summary>
    public void Update(IEnumerable<Finding> findings, long nowNs, List<DomainEvent> events)
    {
        foreach (var watch in _watches) watch.Seen = false;
        foreach (var finding in findings)
        {
            var watch =
                _watches.Find(watch => watch.Finding.Kind == finding.Kind && watch.Finding.Component == finding.Component);
            if (watch is null) _watches.Add(watch = new Watch { Finding = finding });
            watch.Finding = finding;
            watch.Seen = true;
        }

        foreach (var watch in _watches) Update(watch, nowNs, events);
        _watches.RemoveAll(watch => watch is { Seen: false, Alert: null });
        Gather();
    }

    /// <summary>Why an alert cannot be acknowledged now; null: it can.</summary>
    public Refusal? Refuses(Command command)
    {
        var refusal = Find(command) is not { } watch ? AlertRefusals.Gone
            : watch.Alert!.By.Length > 0 ? AlertRefusals.AcknowledgedAlready
            : null;
        return refusal is null ? null : Refusal.Of(refusal, Args(command));
    }

    public void Acknowledge(Command command, long nowNs, List<DomainEvent> events)
    {
        var refusal = Refuses(command);
        var (kind, code) = refusal is null
            ? (EventKind.Command, AlertEvents.Acknowledged.Name)
            : (EventKind.Refused, refusal.Code);
        var watch = Find(command);
        events.Add(new DomainEvent(
            nowNs, kind, code, watch?.Finding.Component ?? "", command.By, command.Id, [.. Args(command)]));
        if (refusal is not null) return;
        watch!.Alert = watch.Alert! with { By = command.By };
        Gather();
    }

    private void Gather()
    {
        var open = new Relisting<Alert>(Open);
        foreach (var alert in _watches.Select(watch => watch.Alert).OfType<Alert>().OrderBy(alert => alert.SinceNs))
            open.Add(alert);
        Open = open.Result();
    }

    private Watch? Find(Command command) => _watches.Find(watch => watch.Alert?.Id == command.Target);

    private string[] Args(Command command) => [Find(command)?.Finding.Component ?? "", Find(command)?.Alert?.By ?? ""];

    private void Update(Watch watch, long nowNs, List<DomainEvent> events)
    {
        watch.Seconds = watch.Seen == (watch.Alert is null) ? watch.Seconds + 1 : 0;
        if (watch.Alert is null && watch.Seconds >= SecondsToRaise)
        {
            var finding = watch.Finding;
            var id = Prefix + (++_raised).ToString(CultureInfo.InvariantCulture);
            var kind = finding.Kind;
            watch.Alert = new Alert(
                id, kind.Name, kind.Nearness, kind.Critical, kind.HurtsUsers, finding.Component, finding.Args, nowNs, "");
            watch.Seconds = 0;
            events.Add(new DomainEvent(nowNs, EventKind.Alert, kind.Name, finding.Component, "", "", finding.Args));
        }
        else if (watch.Alert is not null && watch.Seconds >= SecondsToClear)
        {
            events.Add(new DomainEvent(
                nowNs, EventKind.Cleared, watch.Alert.Code, watch.Alert.Component, "", "", watch.Alert.Args));
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
