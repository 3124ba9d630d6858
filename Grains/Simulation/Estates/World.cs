using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Looks.Actions;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Estates;

/// <summary>
/// One team's estate. A tick is: Advance, then for each stage of the <see cref="KindTable"/> take the inputs of its kinds, let
/// every component answer, and Accept the outcomes in the same order; then Complete. Whoever drives it (grains, or
/// <see cref="Headless"/>) gets the same hash for every tick. Its parts lie beside it: what a round may ask, commands.
/// </summary>
public sealed partial class World : IRound
{
    private readonly DataPlane _plane;
    private readonly ImmutableArray<Holding> _holdings;
    private readonly AlertBook _alerts = new();
    private readonly CauseBook _causes;
    private readonly HintBook _hints;
    private readonly BetBook _bets;
    private readonly Scorer _scorer;
    private readonly List<Directive> _directives = [];
    private readonly List<DomainEvent> _events = [];
    private readonly List<Command> _orders = [];
    private StateHash _hash;

    /// <param name="sampleTraces">Record the ways of sampled requests for the picture; changes nothing in the world.</param>
    /// <param name="measured">Keep the whole run's distributions for a report; without them its percentiles are 0.</param>
    public World(Scenario scenario, ulong seed, bool sampleTraces = false, bool measured = true)
    {
        Scenario = scenario = Drawing.Of(scenario, seed);
        Seed = seed;
        _plane = new DataPlane(scenario, seed, sampleTraces, measured);
        _causes = new CauseBook(scenario);
        _hints = new HintBook(scenario.Hints, scenario.IsDrawn);
        _bets = new BetBook(scenario.Bet);
        _scorer = new Scorer(scenario, _hints.AddLines);
        _versions =
        [
            .. scenario.Releases.Select(release => release.Version).Concat(scenario.Servers.Select(server => server.Version))
                .Distinct(),
        ];
        _hash = new StateHash(seed);
        _hash.Add(scenario.ContentHash);
        _holdings = [.. KindTable.All.Select(kind => kind.Begin(scenario, seed))];
        _serverNames = [.. scenario.Servers.Select(server => server.Id)];
        _before = [.. _holdings.Select(holding => holding.States)];
    }

    /// <summary>With nothing left to chance.</summary>
    public Scenario Scenario { get; }

    public ulong Seed { get; }

    /// <summary>Ticks completed.</summary>
    public long Tick { get; private set; }

    public long NowNs => Tick * Nanoseconds.PerTick;

    /// <summary>The team's own view of what is wrong; no grain owns it.</summary>
    public IncidentDesk Incidents { get; private set; } = IncidentDesk.Empty;

    /// <summary>Runs the engine to the tick's end and addresses the commands to their components.</summary>
    public void Advance(IReadOnlyList<Command> commands)
    {
        Begin();
        Address(commands);
        _plane.RunUntil(NowNs + Nanoseconds.PerTick);
        Tick++;
        if (Tick % Nanoseconds.TicksPerSecond == 0) _plane.RollWindows();
        Outdate(all: true);
    }

    /// <summary>What every component of a kind is told in this tick.</summary>
    internal ImmutableArray<TInput> Inputs<TState, TInput>(Kind<TState, TInput> kind)
        where TState : class, IComponent
        where TInput : class, IInput => kind.Inputs(this, resting: true);

    /// <summary>Likewise, but some of those that rest are left out.</summary>
    public ImmutableArray<TInput> InputsOfBusy<TState, TInput>(Kind<TState, TInput> kind)
        where TState : class, IComponent
        where TInput : class, IInput => kind.Inputs(this, resting: false);

    /// <summary>
    /// What the components of a kind made of it, in the order of the inputs. Who was left out stays as it is.
    /// </summary>
    public void Accept<TState>(ImmutableArray<Outcome<TState>> outcomes)
        where TState : class, IComponent
    {
        var holding = Hold<TState>();
        holding.Rows = Merge(holding.Rows, outcomes);
    }

    /// <summary>The tick is over, and this is what it shows.</summary>
    public EstateFrame Complete()
    {
        End();
        return Last;
    }

    /// <summary>Applies all directives, updates alerts and score, chains the hash.</summary>
    internal void End()
    {
        _plane.ForgetProbes();
        var changed = _directives.Count > 0;
        foreach (var directive in _directives)
        {
            _plane.Apply(directive);
            if (directive is IPlaces places) Place(places.Placed);
            else if (directive is IRemoves removes) Remove(removes.Removed);
        }

        _directives.Clear();
        EndLooks();
        EndSurge();
        AttendIncidents();
        Outdate(changed);
        _scorer.Pay(NanoDollarsPerHour);
        if (Tick % Nanoseconds.TicksPerSecond == 0)
        {
            _alerts.Update(Findings(), NowNs, _events);
            _bets.Observe(_alerts.Open, NowNs, _events);
            _causes.Observe(this);
            _scorer.Score(_plane.Outcomes, _alerts.Open, Rollouts, Servers, Incidents, _causes.Known, NowNs);
            _plane.Outcomes.Clear();
        }

        Attribute();
        Chain();
        _last = null;
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

    private void Place(IComponent placed)
    {
        _holdings.First(holding => holding.Kind.State == placed.GetType()).Add(placed);
        if (placed is ServerState) _serverNames.Add(placed.Id);
    }

    private void Remove(string id)
    {
        foreach (var holding in _holdings)
            if (holding.Holds(id)) holding.Remove(id);
    }

    /// <summary>The whole bill.</summary>
    private long NanoDollarsPerHour
    {
        get
        {
            var bill = 0L;
            foreach (var holding in _holdings) bill += holding.NanoDollarsPerHour;
            return bill;
        }
    }

    private ImmutableArray<TState> Merge<TState>(ImmutableArray<TState> before, ImmutableArray<Outcome<TState>> outcomes)
        where TState : class, IComponent
    {
        var (states, next) = (new Relisting<TState>(before), 0);
        foreach (var state in before)
        {
            if (next == outcomes.Length || outcomes[next].State.Id != state.Id)
            {
                states.Add(state);
                continue;
            }

            var outcome = outcomes[next++];
            states.Add(outcome.State);
            _directives.AddRange(outcome.Directives);
            _events.AddRange(outcome.Events);
            _orders.AddRange(outcome.Orders);
        }

        if (next < outcomes.Length) throw new ArgumentException($"{outcomes[next].State.Id} stands nowhere, or elsewhere.");
        return states.Result();
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
}
