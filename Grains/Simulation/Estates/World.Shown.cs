using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>What the tick last completed has to show.</summary>
public sealed partial class World
{
    /// <summary>The components' states at the end of the tick before.</summary>
    private readonly Column[] _before;
    private EstateFrame? _last;

    /// <summary>Chained over all ticks so far.</summary>
    public ulong Hash => _hash.Value;

    /// <summary>The scenario's time is up.</summary>
    public bool Ended => NowNs >= Scenario.DurationNs;

    /// <summary>What happened in the tick last completed.</summary>
    public IReadOnlyList<DomainEvent> Told => _events;

    /// <summary>
    /// The frame of the tick last completed (before the first: tick 0). It is made when somebody asks: a headless run hardly
    /// ever does.
    /// </summary>
    public EstateFrame Last => _last ??= Frame();

    /// <summary>What the tick before showed is forgotten, but for the components' states.</summary>
    private void Begin()
    {
        if (_last is null) _plane.TakeTraces();
        for (var index = 0; index < _holdings.Length; index++) _before[index] = _holdings[index].States;
        _events.Clear();
    }

    private void Chain()
    {
        _plane.AddTo(ref _hash);
        foreach (var told in _events)
        {
            _hash.Add(told.Code);
            _hash.Add(told.Component);
        }

        foreach (var look in _looks.UnderWay) _hash.Add(look.EndsNs);
        foreach (var finding in _looks.Findings)
            if (finding.AtNs == NowNs) finding.AddTo(ref _hash);
        foreach (var holding in _holdings) holding.AddTo(ref _hash);
        UsersNow.AddTo(ref _hash);
        Incidents.AddTo(ref _hash);
        _bets.AddTo(ref _hash);
        _hash.Add(_scorer.SpentNanoDollars);
        _hash.Add(_scorer.Sheet.Total);
    }

    private EstateFrame Frame() => new(
        Tick, NowNs, Hash, Ended,
        new ServiceReport(
            _scorer.Service.Level, _scorer.Service.Overall, _scorer.Service.Budget, _scorer.SpentNanoDollars,
            NanoDollarsPerHour, _plane.InFlight),
        _plane.ClassTelemetry(), Columns(), _scorer.Sheet, _alerts.Open, [.. _events], _plane.TakeTraces(), _hints.Taken,
        _bets.Now, _looks.UnderWay, _looks.Findings, Incidents, _plane.FeaturesOff, _plane.Bulkheads);
}
