using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Databases;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Plane;

/// <summary>
/// The engine of one estate, as the control plane sees it: it runs, it is changed by directives, and it can be looked at.
/// </summary>
internal sealed class DataPlane
{
    private readonly Kernel _kernel;
    private readonly Stations _stations;
    private readonly Station[] _inHash;
    private readonly Station[] _inReport;
    private long _metersSince;

    public DataPlane(Scenario scenario, ulong seed, bool sampleTraces, bool measured = true)
    {
        _kernel = new Kernel(measured);
        _stations = new Stations(_kernel, scenario, seed, sampleTraces);
        _inHash = [.. _kernel.Stations.OrderBy(station => station.Turn.InHash)];
        _inReport = [.. _kernel.Stations.OrderBy(station => station.Turn.InReport)];
        _stations.Servers.Begin();
        _stations.Users.Begin();
        _stations.Tunnels?.Past.Begin();
        _stations.Versions.Observe();
        RollWindows();
    }

    public long Now => _kernel.Now;

    public int InFlight => _kernel.Pool.Live;

    /// <summary>Requests that ever came, without retries.</summary>
    public long Requests => _stations.Users.Requests;

    /// <summary>Of every class of users; null: not the same of all of them.</summary>
    public double? RetryBudget => _stations.Users.Population.RetryBudget;

    /// <summary>Of every class that tries again; null: not the same of all of them.</summary>
    public Backoff? Backoff => _stations.Users.Population.Backoff;

    public ImmutableArray<SetBulkhead> Bulkheads => _stations.Servers.Bulkheads.Present;

    public ImmutableArray<string> FeaturesOff => _stations.Users.Features.NamesOff;

    /// <summary>What became of requests since it was last taken, for the score.</summary>
    public OutcomeLedger Outcomes => _stations.Users.Outcomes;

    /// <summary>Something is written down, because somebody looks.</summary>
    public bool Records => _stations.Watch.Records;

    private DatabaseStation Database => _stations.Database!;

    public void RunUntil(long time)
    {
        _kernel.RunUntil(time);
        _stations.Versions.Observe();
    }

    /// <summary>Runs until so many more requests have come.</summary>
    public void RunRequests(long count)
    {
        var users = _stations.Users;
        for (var until = users.Requests + count; users.Requests < until && _kernel.Next(long.MaxValue);)
        {
        }
    }

    /// <summary>What the control plane changes: at every station that has a part in it.</summary>
    public void Apply(Directive directive)
    {
        _stations.Versions.Observe();
        var known = false;
        var effects = Effect.Of(directive.GetType());
        foreach (var station in _kernel.Stations)
            foreach (var effect in effects) known |= effect.Apply(directive, station.Controls);
        if (!known) throw new InvalidOperationException($"the engine knows no directive {directive.GetType().Name}");
        _stations.Versions.Observe();
    }

    /// <summary>A simulated second is over: counts and percentiles of it become the last ones.</summary>
    public void RollWindows()
    {
        foreach (var station in _kernel.Stations) station.Roll();
    }

    public void ResetMeters()
    {
        _metersSince = Now;
        foreach (var station in _kernel.Stations) station.ResetMeters();
    }

    public RunReport Report() => new(
        [.. _stations.Users.Classes.Select(users => users.Counts.Report(users.Spec.Id))],
        Now > _metersSince ? [.. _inReport.SelectMany(station => station.Report())] : []);

    public void AddTo(ref StateHash hash)
    {
        hash.Add(Now);
        hash.Add(_kernel.Queue.Sequence);
        hash.Add((long)_kernel.Pool.Live);
        foreach (var station in _inHash) station.AddMetersTo(ref hash);
        foreach (var station in _inHash) station.AddTo(ref hash);
    }

    /// <summary>What must hold between any two events, whatever commands came; the property tests ask after every tick.</summary>
    public List<string> Audit()
    {
        var broken = new List<string>();
        foreach (var station in _kernel.Stations) station.Audit(broken);
        var waiting = _stations.Balancers.Sum(station => station.Node.Queue.Count);
        _kernel.Expect(Phase.InBalancerQueue, waiting, broken);
        return broken;
    }

    public List<PendingRequest> Pending() => _stations.Users.Pending();

    /// <summary>For a kind that knows where it is measured.</summary>
    public T Station<T>()
        where T : Station
    {
        foreach (var station in _kernel.Stations)
            if (station is T found) return found;
        throw new ArgumentException($"There is no {typeof(T).Name}.");
    }

    public IEnumerable<T> Stations<T>()
        where T : Station => _kernel.Stations.OfType<T>();

    public BalancerStation Balancer(string id)
    {
        foreach (var station in _stations.Balancers)
            if (station.Node.Id == id) return station;
        throw new ArgumentException($"There is no balancer {id}.");
    }

    public ServerNode Server(string id) => _stations.Servers.Fleet[id];

    public ImmutableArray<ClassTelemetry> ClassTelemetry() => [.. _stations.Users.Classes.Select(users => users.Last)];

    /// <summary>Servers' own checks had finished in the tick that was completed last.</summary>
    public bool ForgotChecks { get; private set; }

    /// <summary>
    /// The balancers have judged the probes that had finished and the targets that failed, the servers their own checks.
    /// </summary>
    public void ForgetProbes()
    {
        foreach (var station in _stations.Balancers) station.Node.ForgetTick();
        ForgotChecks = false;
        foreach (var server in _stations.Servers.Fleet.Servers)
        {
            ForgotChecks |= server.Checks.Count > 0;
            server.Checks.Clear();
        }
    }

    /// <summary>Of users' requests in the database.</summary>
    public ImmutableArray<DatabaseSession> Sessions() => Database.Sessions.All();

    /// <summary>Rows of the database that somebody waits for, and mutexes of a server's application processes.</summary>
    public ImmutableArray<LockLine> RowLocks() => Database.Looks.RowLocks();

    public ImmutableArray<LockLine> Mutexes(string server) => _stations.Servers.Looks.Mutexes(server);

    public ImmutableArray<ProcessLine> Processes(string server) => _stations.Servers.Looks.Processes(server);

    /// <summary>Threads that run or would like to, now.</summary>
    public double RunnableOn(string server) => _stations.Servers.Looks.RunnableOn(server);

    public void WatchAccesses(string component) => _stations.Watch.WatchAccesses(component);

    public AccessExcerpt EndAccesses(string component) => _stations.Watch.EndAccesses(component);

    public void WatchStatements() => _stations.Watch.WatchStatements();

    public ImmutableArray<StatementLine> EndStatements() => _stations.Watch.EndStatements();

    public void WatchTraces() => _stations.Watch.WatchTraces();

    public ImmutableArray<Trace> EndTraces() => _stations.Watch.EndTraces();

    public ImmutableArray<Trace> TakeTraces() => _stations.Watch.TakeTraces();

    public void TraceOnly(string users, long number) => _stations.Watch.TraceOnly(users, number);
}
