using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Looks.Actions;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Estates;

/// <summary>
/// One team's estate. A tick is: Advance, then for each stage in order (racks; servers, caches, databases, names, certificates;
/// balancers; rollouts, scalers) take the inputs, let every component answer, and Accept the outcomes in the same order; then
/// Complete. Whoever drives it (grains, or
/// <see cref="Headless"/>) gets the same hash for every tick. Its parts lie beside it: inputs, commands.
/// </summary>
public sealed partial class World : IEstate
{
    private readonly DataPlane _plane;
    private readonly AlertBook _alerts = new();
    private readonly CauseBook _causes;
    private readonly HintBook _hints;
    private readonly Scorer _scorer;
    private readonly List<Directive> _directives = [];
    private readonly List<DomainEvent> _events = [];
    private readonly List<Command> _orders = [];
    private StateHash _hash;

    /// <param name="sampleTraces">Record the ways of sampled requests for the picture; changes nothing in the world.</param>
    public World(Scenario scenario, ulong seed, bool sampleTraces = false)
    {
        Scenario = scenario;
        Seed = seed;
        _plane = new DataPlane(scenario, seed, sampleTraces);
        _causes = new CauseBook(scenario);
        _hints = new HintBook(scenario.Hints);
        _scorer = new Scorer(scenario, _hints.AddLines);
        _versions =
        [
            .. scenario.Releases.Select(release => release.Version).Concat(scenario.Servers.Select(server => server.Version))
                .Distinct(),
        ];
        _targetNs = scenario.Classes.ToImmutableDictionary(users => users.Id, users => users.TargetNs);
        _hash = new StateHash(seed);
        _hash.Add(scenario.ContentHash);
        Racks = [.. scenario.Racks.Select(rack => InitialState.Of(rack, scenario))];
        Servers = [.. scenario.Servers.Select(server => InitialState.Of(server, scenario))];
        Caches = [.. new[] { scenario.Cache, scenario.Edge?.Cache }.OfType<CacheSpec>()
            .Select(spec => InitialState.Of(spec, scenario))];
        Dns = scenario.Dns is { } dns ? [new DnsState(dns.Id, dns.Targets, dns.TtlNs)] : [];
        Certificates =
        [
            .. scenario.Certificates.Select(
                given => new CertificateState(given.Id, given.ExpiresNs, given.RenewalNs, given.ValidNs, given.Covers)),
        ];
        Databases = scenario.Database is { } db ? [InitialState.Of(db)] : [];
        Balancers =
        [
            .. new[] { scenario.Balancer, scenario.Inner }.OfType<BalancerSpec>().Select(spec => InitialState.Of(spec, scenario)),
        ];
        Rollouts = [InitialState.Rollout(scenario)];
        Scalers = [.. scenario.Scalers.Select(spec => InitialState.Of(spec, scenario))];
        _serverNames = [.. scenario.Servers.Select(server => server.Id)];
        Observe();
        Last = Frame([]);
    }

    public Scenario Scenario { get; }

    public ulong Seed { get; }

    /// <summary>Ticks completed.</summary>
    public long Tick { get; private set; }

    public long NowNs => Tick * Nanoseconds.PerTick;

    /// <summary>
    /// The components' states as they stand (at the start: as the scenario places them), for handing to their owners.
    /// </summary>
    public ImmutableArray<RackState> Racks { get; private set; }

    public ImmutableArray<ServerState> Servers { get; private set; }

    public ImmutableArray<CacheState> Caches { get; private set; }

    public ImmutableArray<DatabaseState> Databases { get; private set; }

    public ImmutableArray<BalancerState> Balancers { get; private set; }

    public ImmutableArray<RolloutState> Rollouts { get; private set; }

    public ImmutableArray<ScalerState> Scalers { get; private set; }

    public ImmutableArray<DnsState> Dns { get; private set; }

    public ImmutableArray<CertificateState> Certificates { get; private set; }

    /// <summary>The team's own view of what is wrong; no grain owns it.</summary>
    public IncidentDesk Incidents { get; private set; } = IncidentDesk.Empty;

    /// <summary>The frame of the tick last completed (before the first: tick 0).</summary>
    public EstateFrame Last { get; private set; }

    /// <summary>Runs the engine to the tick's end and addresses the commands to their components.</summary>
    public void Advance(IReadOnlyList<Command> commands)
    {
        Address(commands);
        _plane.RunUntil(NowNs + Nanoseconds.PerTick);
        Tick++;
        if (Tick % Nanoseconds.TicksPerSecond == 0) _plane.RollWindows();
        Observe();
    }

    public void Accept(ImmutableArray<Outcome<RackState>> outcomes) => Racks = Merge(outcomes);

    public void Accept(ImmutableArray<Outcome<ServerState>> outcomes) => Servers = Merge(outcomes);

    public void Accept(ImmutableArray<Outcome<CacheState>> outcomes) => Caches = Merge(outcomes);

    public void Accept(ImmutableArray<Outcome<DatabaseState>> outcomes) => Databases = Merge(outcomes);

    public void Accept(ImmutableArray<Outcome<BalancerState>> outcomes) => Balancers = Merge(outcomes);

    public void Accept(ImmutableArray<Outcome<DnsState>> outcomes) => Dns = Merge(outcomes);

    public void Accept(ImmutableArray<Outcome<CertificateState>> outcomes)
    {
        var before = Certificates;
        Certificates = Merge(outcomes);
        CorrectDates(before);
    }

    public void Accept(ImmutableArray<Outcome<RolloutState>> outcomes) => Rollouts = Merge(outcomes);

    public void Accept(ImmutableArray<Outcome<ScalerState>> outcomes) => Scalers = Merge(outcomes);

    /// <summary>Applies all directives, updates alerts and score, chains the hash.</summary>
    public EstateFrame Complete()
    {
        _plane.ForgetProbes();
        foreach (var directive in _directives)
        {
            _plane.Apply(directive);
            // a bought server joins the others; its own rule boots it from the next tick on
            if (directive is PlaceServer place)
            {
                Servers = Servers.Add(place.Server);
                _serverNames.Add(place.Server.Id);
            }
            else if (directive is RemoveServer remove)
            {
                Servers = Servers.RemoveAll(server => server.Id == remove.Server);
            }
            else if (directive is PlaceCache bought)
            {
                Caches = Caches.Add(bought.Cache);
            }
            else if (directive is RemoveCache given)
            {
                Caches = Caches.RemoveAll(cache => cache.Id == given.Cache);
            }
        }

        _directives.Clear();
        EndLooks();
        EndSurge();
        AttendIncidents();
        _scorer.Pay(NanoDollarsPerHour);
        if (Tick % Nanoseconds.TicksPerSecond == 0)
        {
            _alerts.Look(Monitors.Look(Signals()), NowNs, _events);
            _causes.Look(this);
            _scorer.Look(_plane.Outcomes, _alerts.Open, Rollouts, Servers, Incidents, _causes.Known, NowNs);
            _plane.Outcomes.Clear();
        }

        Attribute();
        Chain();
        Observe();
        Last = Frame([.. _events]);
        _events.Clear();
        return Last;
    }

    /// <summary>What the run measured so far (since <see cref="ResetMeters"/>).</summary>
    public RunReport Report() => _plane.Report();

    /// <summary>Forgets the warm-up: the report counts from now on. The score and the world do not change.</summary>
    public void ResetMeters() => _plane.ResetMeters();

    /// <summary>
    /// Records the ways of one request's attempts and no other's; for a world that samples traces, before its first step.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public void TraceOnly(string users, long number) => _plane.TraceOnly(users, number);

    /// <summary>Broken invariants of the engine; none, ever.</summary>
    internal IReadOnlyList<string> Audit()
    {
        var broken = _plane.Audit();
        if (_plane.Records != _looks.UnderWay.Any(
            look => look.Kind is ReadAccessLog.Name or SlowQueries.Name or TraceRequest.Name))
            broken.Add("something is recorded though nobody looks, or nothing though somebody does");
        return broken;
    }

    /// <summary>Users' attempts in the system.</summary>
    internal IReadOnlyList<PendingRequest> Pending() => _plane.Pending();

    /// <summary>The whole bill.</summary>
    private long NanoDollarsPerHour =>
        Servers.Where(server => server.Billed).Sum(server => server.Size.NanoDollarsPerHour)
            + Caches.Sum(cache => cache.NanoDollarsPerHour);

    private ImmutableArray<TState> Merge<TState>(ImmutableArray<Outcome<TState>> outcomes)
    {
        var states = ImmutableArray.CreateBuilder<TState>(outcomes.Length);
        foreach (var outcome in outcomes)
        {
            states.Add(outcome.State);
            _directives.AddRange(outcome.Directives);
            _events.AddRange(outcome.Events);
            _orders.AddRange(outcome.Orders);
        }

        return states.MoveToImmutable();
    }

    private void AttendIncidents()
    {
        var commands = CommandsFor(Incident);
        if (commands.IsEmpty) return;
        var outcome = AtDesk(commands, NowNs);
        Incidents = outcome.State;
        _events.AddRange(outcome.Events);
    }

    private Outcome<IncidentDesk> AtDesk(ImmutableArray<Command> commands, long nowNs) =>
        IncidentRules.Tick(Incidents, new IncidentInput(Incident, nowNs, commands, _alerts.Open, _causes.Known));

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
        foreach (var rack in Racks) rack.AddTo(ref _hash);
        foreach (var server in Servers) server.AddTo(ref _hash);
        foreach (var balancer in Balancers) balancer.AddTo(ref _hash);
        foreach (var cache in Caches) cache.AddTo(ref _hash);
        foreach (var database in Databases) database.AddTo(ref _hash);
        foreach (var name in Dns) name.AddTo(ref _hash);
        foreach (var certificate in Certificates) certificate.AddTo(ref _hash);
        foreach (var rollout in Rollouts) rollout.AddTo(ref _hash);
        foreach (var scaler in Scalers) scaler.AddTo(ref _hash);
        UsersNow.AddTo(ref _hash);
        Incidents.AddTo(ref _hash);
        _hash.Add(_scorer.SpentNanoDollars);
        _hash.Add(_scorer.Sheet.Total);
    }

    private EstateFrame Frame(ImmutableArray<DomainEvent> told) => new(
        Tick, NowNs, _hash.Value, NowNs >= Scenario.DurationNs,
        new ServiceReport(
            _scorer.Service.Level, _scorer.Service.Overall, _scorer.Service.Budget, _scorer.SpentNanoDollars,
            NanoDollarsPerHour, _plane.InFlight),
        _plane.ClassTelemetry(), Racks, Servers, _serverTelemetry, Balancers, _balancerTelemetry, Caches, _cacheTelemetry,
        Databases, _databaseTelemetry, Rollouts, Scalers, _rackTelemetry, _scorer.Sheet, _alerts.Open, told, _plane.TakeTraces(),
        Dns, Dns.IsEmpty ? [] : [_plane.DnsTelemetry()], Certificates, _hints.Taken, _looks.UnderWay, _looks.Findings, Incidents,
        _plane.FeaturesOff);
}
