using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>
/// A balancer as the engine knows it: whom it lets in, who gets the next request, who waits for a target with room.
/// </summary>
/// <param name="level">0: users come here; 1: the inner one, between web and application servers.</param>
internal sealed class BalancerNode(string id, int level, Algorithm algorithm, Draw luck, StationMeter meter)
{
    private readonly TargetPicker _picker = new(luck);
    private ImmutableArray<TargetNode> _targets = [];
    private readonly List<TargetNode> _serving = [];
    private RateGate _gate;
    private long _slowUntil;
    private bool _uneven;
    private int _found = -1;
    private ImmutableArray<TargetTelemetry> _seen = [];

    public RequestList Queue = new();

    public string Id { get; } = id;

    public int Level { get; } = level;

    /// <summary>How <see cref="Request.At"/> names it.</summary>
    public int Place { get; } = level == 0 ? Request.AtBalancer : Request.AtInner;

    public Algorithm Algorithm { get; set; } = algorithm;

    /// <summary>Requests a second; 0: no limit.</summary>
    public int RateLimit
    {
        get => _gate.PerSecond;
        set => _gate.PerSecond = value;
    }

    /// <summary>Bit by bit the classes whose source it blocks.</summary>
    public int Blocked { get; set; }

    /// <summary>Its process is down: nothing listens.</summary>
    public bool Down { get; set; }

    /// <summary>How often it lost all its connections.</summary>
    public int Incarnation { get; set; }

    public BalancerLimits Limits { get; set; } = BalancerLimits.None;

    public Forwarding Forwarding { get; private set; } = Forwarding.None;

    /// <summary>Of its wait for a target's answer.</summary>
    public WaitLimit ResponseLimit { get; private set; }

    /// <summary>Null: nobody has any.</summary>
    public Sessions? Sessions { get; init; }

    public int WindowRetries { get; set; }

    public int LastRetries { get; private set; }

    /// <summary>Of users who have gone it keeps the connections to targets, and waits for their answers.</summary>
    public bool KeepsAborted { get; init; }

    /// <summary>Its queue is being emptied: who leaves meanwhile need not begin that again.</summary>
    public bool Waking { get; set; }

    public StationMeter Meter { get; } = meter;

    public ImmutableArray<TargetNode> Targets => _targets;

    public bool Serves => _serving.Count > 0;

    public bool HasRoom => _serving.Exists(HasRoomAt);

    public List<Probe> Probes { get; } = [];

    public TargetNode this[int target] => _targets[target];

    /// <summary>With all the targets a scenario gives it.</summary>
    public static BalancerNode Of(
        BalancerSpec spec, int level, Scenario scenario, Fleet fleet, int clients, ulong seed, StationMeter meter)
    {
        var luck = new Draw(seed, Purpose.Balance, (ulong)level);
        var node = new BalancerNode(spec.Id, level, spec.Algorithm, luck, meter)
        {
            RateLimit = spec.RateLimit,
            Limits = spec.Limits,
            Forwarding = spec.Forwarding,
            Sessions = clients == 0 ? null : new Sessions(clients, new Draw(seed, Purpose.Session, (ulong)level)),
            KeepsAborted = spec.OnClientAbort == OnClientAbort.Keep,
        };
        foreach (var server in scenario.TargetsOf(spec))
        {
            node.Set(fleet[server.Id], serves: true, fresh: false, 0);
            node.Weigh(server.Id, server.Weight);
        }

        return node;
    }

    /// <summary>From now on it passes requests on like this.</summary>
    public void Follow(Forwarding forwarding, EventQueue queue)
    {
        Forwarding = forwarding;
        ResponseLimit = queue.LimitOf(forwarding.ResponseTimeoutNs);
        Sessions?.Set(forwarding.Sticky, forwarding.StickyNs);
    }

    public bool LetsThrough(long now) => _gate.Passes(now);

    /// <summary>
    /// Load shedding: the least important classes (rank 1) are rejected from the limit of outstanding requests on, the next ones
    /// from twice the limit on, and so forth.
    /// </summary>
    public bool Sheds(int rank) => Limits.Shed > 0 && Meter.Inside.Value >= (long)Limits.Shed * rank;

    public int IndexOf(string server)
    {
        // who is asked for in turn is mostly the next one
        for (var step = 1; step <= _targets.Length; step++)
        {
            var index = (_found + step) % _targets.Length;
            if (_targets[index].Server.Id == server) return _found = index;
        }

        return -1;
    }

    /// <param name="fresh">It has become healthy: its slow start begins.</param>
    /// <param name="keeps">It drains, and those whose cookie names it still come.</param>
    public void Set(ServerNode server, bool serves, bool fresh, long now, bool keeps = false)
    {
        var target = Target(server);
        target.Keeps = keeps;
        if (serves && fresh && Limits.SlowStartNs > 0)
        {
            (target.SlowFrom, target.SlowUntil) = (now, now + Limits.SlowStartNs);
            _slowUntil = Math.Max(_slowUntil, target.SlowUntil);
        }

        target.Serving = serves;
        target.Watch.Clear();
        Regroup();
    }

    public void Weigh(string server, int weight)
    {
        _targets[IndexOf(server)].Weight = weight;
        Regroup();
    }

    /// <summary>The target of a request: its session's, if it has one with room; −1: none serves, or none has room.</summary>
    public int Deal(ref Request request, long now)
    {
        if (Sessions is null || Sessions.Sticky == Stickiness.None || request.Client < 0) return Pick(request.Luck, now);
        if (Sessions.Sticky == Stickiness.Address) return Nearest(request.Client, now);
        var kept = Sessions.TargetOf(request.Client, now);
        if (kept < 0 || !(_targets[kept].Serving || _targets[kept].Keeps) || !HasRoomAt(_targets[kept]))
            kept = Pick(request.Luck, now);
        if (kept >= 0) Sessions.Keep(request.Client, kept, now);
        return kept;
    }

    /// <summary>The target of a request with this luck; −1: none serves, or none has room.</summary>
    public int Pick(ulong index, long now)
    {
        var count = _serving.Count;
        if (count == 0) return -1;
        if (_uneven || Limits.Connections > 0 || now < _slowUntil)
            return _picker.Weighted(_serving, Algorithm, Limits.Connections, index, now);
        return count == 1 ? _serving[0].Index : _picker.Even(_serving, Algorithm, index).Index;
    }

    /// <summary>The target of a request that was sent to some in vain; −1: no other serves and has room.</summary>
    public int PickAnother(ulong index, long now, ReadOnlySpan<int> tried)
    {
        foreach (var target in tried) _targets[target].PassedOver = true;
        var picked = _picker.Weighted(_serving, Algorithm, Limits.Connections, index, now);
        foreach (var target in tried) _targets[target].PassedOver = false;
        return picked;
    }

    public void RollWindow(long now)
    {
        Sessions?.Count(_targets, now);
        LastRetries = WindowRetries;
        WindowRetries = 0;
        Meter.RollWindow();
        foreach (var target in _targets) target.RollWindow();
    }

    /// <param name="tls">Null: connections do not end at it.</param>
    public BalancerTelemetry Telemetry(TlsNode? tls)
    {
        var targets = new Relisting<TargetTelemetry>(_seen);
        foreach (var target in _targets)
            if (!target.Server.Gone) targets.Add(target.Telemetry());
        _seen = targets.Result();
        return new BalancerTelemetry(
            Id, Meter.LastArrived, Meter.LastCompleted, Meter.LastFailed, Meter.LastLatency, _seen, [.. Probes],
            tls?.Meter.LastCompleted ?? 0, tls?.Queue.Count ?? 0, tls?.Busy ?? 0, Queue.Count, LastRetries);
    }

    /// <summary>The control plane has seen what happened in this tick.</summary>
    public void ForgetTick()
    {
        Probes.Clear();
        foreach (var target in _targets) target.Watch.Tripped = false;
    }

    private bool HasRoomAt(TargetNode target) => Limits.Connections == 0 || target.Held < Limits.Connections;

    private int Nearest(int client, long now)
    {
        var (nearest, least) = (-1, double.MaxValue);
        foreach (var target in _serving)
        {
            if (!HasRoomAt(target)) continue;
            var distance = Sessions!.Distance(client, target.Index, target.WeightAt(now));
            if (distance < least) (nearest, least) = (target.Index, distance);
        }

        return nearest;
    }

    private TargetNode Target(ServerNode server)
    {
        var index = IndexOf(server.Id);
        if (index >= 0) return _targets[index];
        var target = new TargetNode(_targets.Length, server);
        _targets = _targets.Add(target);
        return target;
    }

    private void Regroup()
    {
        _serving.Clear();
        foreach (var target in _targets)
            if (target.Serving) _serving.Add(target);
        _uneven = _serving.Exists(target => target.Weight != _serving[0].Weight);
    }
}
