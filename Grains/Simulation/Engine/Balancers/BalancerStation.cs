using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>
/// A balancer: whom it lets in, whom it chooses, who waits, and answers on their way out. Users come to the outer one (level 0),
/// the inner one stands between web and application servers.
/// </summary>
internal sealed class BalancerStation : Station
{
    private readonly WatchStation _watch;
    private readonly UserClass[] _classes;
    private readonly LinkStation _links;
    private readonly ServerStation _servers;
    private readonly Admission _admission;
    private readonly Attempts _attempts;
    private readonly BalancerLog _log;
    private readonly BalancerControls _controls;
    private readonly Probes _probes;
    private readonly StepKind _waitTimeout;
    private readonly StepKind _responseTimeout;

    /// <summary>Which of a request's passes is by this one.</summary>
    private readonly int _level;

    public BalancerStation(
        Kernel kernel, WatchStation watch, UserStation users, LinkStation links, ServerStation servers, Numbering probes,
        BalancerSpec spec, int level, Scenario scenario, ulong seed)
        : base(kernel)
    {
        (_watch, _classes, _links, _servers, _level) = (watch, users.Classes, links, servers, level);
        Node = BalancerNode.Of(spec, level, scenario, servers.Fleet, users.Clients, seed, kernel.NewMeter(spec.Id));
        _log = new BalancerLog(kernel, watch, Node);
        if (level == 0 && scenario.Tls is { End: TlsEnd.Balancer } tls) Tls = new TlsNode(tls, Node.Id);
        _waitTimeout = NewStep();
        _probes = new Probes(kernel, servers, Node, probes, NewTimer());
        _responseTimeout = NewTimer();
        _admission = new Admission(Node, _classes);
        _attempts = new Attempts(
            kernel, watch, _classes, links, servers, Node, _responseTimeout, again: NewStep(), raced: NewStep());
        Node.Follow(Node.Forwarding, kernel.Queue);
        _controls = new BalancerControls(this, kernel, users, links, servers.Fleet, _probes);
        kernel.Takes(this, level == 0 ? StepKind.ReachEntry : StepKind.ReachInner);
        kernel.Stands(this, Node.Place);
    }

    public override Turn Turn => new(2, 2);

    public BalancerNode Node { get; }

    /// <summary>Null: connections do not end here.</summary>
    public TlsNode? Tls { get; }

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == _waitTimeout) LeaveQueue(slot, Cause.QueueTimeout);
        else if (_attempts.Takes(kind)) _attempts.Reach(kind, slot);
        else Arrive(slot);
    }

    public override void Fire(StepKind kind, int slot, int epoch)
    {
        if (kind != _responseTimeout) _probes.Timeout(slot, epoch);
        else if (_attempts.TimesOut(ref slot, epoch)) Answered(slot);
    }

    /// <summary>An answer passes.</summary>
    public override void Answered(int slot)
    {
        ref var request = ref Pool[slot];
        if (Probes.IsOwn(ref request, Node))
        {
            _probes.Answered(slot);
            return;
        }

        if (!_attempts.GoesOn(slot)) Return(slot);
        else if (Node.Queue.Count > 0) Wake();
    }

    /// <summary>An answer goes on to whoever asked, whatever it is.</summary>
    public void Return(int slot)
    {
        Leave(slot, Pool[slot].Failure);
        Answer(slot);
        // last: whoever takes the room may bring new requests, and the slots may move
        if (Node.Queue.Count > 0) Wake();
    }

    public override void Stop(int slot, Phase was)
    {
        if (was != Phase.InBalancerQueue || Pool[slot].At != Node.Place) return;
        Node.Queue.Remove(Pool, slot);
        Leave(slot, Cause.Cut);
    }

    /// <summary>The inner one stands below the web role.</summary>
    public override void Lose(int slot, int level)
    {
        if (_level == 0 || level > (int)Role.Web || Pool[slot].Passes[_level].Target < 0) return;
        Leave(slot, Cause.Cut);
        Wake();
    }

    /// <summary>The web server below the outer one waits no longer: the inner one closes its connection to the target.</summary>
    public override void Part(int slot, int heir, int caller)
    {
        if (_level == 1 && caller == (int)Role.Web && Pool[slot].Passes[1].Target >= 0)
        {
            Leave(slot, Cause.Timeout);
            Wake();
        }

        if (slot != heir) _attempts.Move(slot, heir);
    }

    public override object Controls => _controls;

    public override void Roll() => Node.RollWindow(Now);

    public override void ResetMeters() => Node.Meter.Reset(Now);

    public override IEnumerable<StationReport> Report() => [Node.Meter.Report(Now)];

    public override void AddMetersTo(ref StateHash hash) => Node.Meter.AddTo(ref hash);

    public override void Audit(List<string> broken) => BalancerAudit.Add(Pool, Node, broken);

    public BalancerTelemetry Telemetry() => Node.Telemetry(Tls);

    /// <summary>Waiting requests get the free room; while no target serves they are rejected.</summary>
    public void Wake()
    {
        if (Node.Waking) return;
        Node.Waking = true;
        while (Node.Queue.Count > 0)
        {
            var first = Node.Queue.First;
            if (!Node.Serves)
            {
                LeaveQueue(first, Cause.NoTarget);
                continue;
            }

            var target = Node.Deal(ref Pool[first], Now);
            if (target < 0) break;
            Node.Queue.Remove(Pool, first);
            Pool[first].Epoch++;
            Dispatch(first, target);
        }

        Node.Waking = false;
    }

    /// <summary>It closes its connection to a target: the request counts there no longer, whatever becomes of it.</summary>
    public void Close(int slot)
    {
        Leave(slot, Cause.Timeout);
        Wake();
    }

    /// <summary>Waited in vain.</summary>
    public void LeaveQueue(int slot, Cause cause)
    {
        Node.Queue.Remove(Pool, slot);
        ref var request = ref Pool[slot];
        request.Epoch++;
        request.Phase = Phase.Travelling;
        request.Failure = cause;
        Leave(slot, cause);
        Answer(slot);
    }

    private void Arrive(int slot)
    {
        ref var request = ref Pool[slot];
        request.At = Node.Place;
        ref var pass = ref request.Passes[_level];
        pass.In = Now;
        pass.Start = -1;
        pass.Tries = 0;
        Node.Meter.Arrive();
        _watch.Traces?.Enter(ref request, Node.Id, null, Now);
        request.Failure = _admission.Admit(ref request, Now, out var target);
        if (request.Failure != Cause.None)
        {
            Node.Meter.Refuse(request.Failure);
            _watch.Traces?.Leave(ref request, Now, request.Failure);
            if (_watch.Accesses is not null) _log.Write(slot, request.Failure);
            Answer(slot);
            return;
        }

        Node.Meter.Enter(Now);
        if (target >= 0)
        {
            Dispatch(slot, target);
            return;
        }

        request.Phase = Phase.InBalancerQueue;
        Node.Queue.Add(Pool, slot);
        if (Node.Limits.QueueTimeoutNs > 0) Queue.At(Now + Node.Limits.QueueTimeoutNs, _waitTimeout, slot, request.Epoch, 0);
    }

    private void Dispatch(int slot, int target)
    {
        ref var request = ref Pool[slot];
        Node.Meter.Start(Now);
        _watch.Traces?.Work(ref request, Now);
        request.Passes[_level].Start = Now;
        _attempts.Earn();
        _attempts.Send(slot, target);
    }

    /// <summary>Gives back what a request holds here: its target's room, or its place in the queue.</summary>
    private void Leave(int slot, Cause cause)
    {
        if (_watch.Accesses is not null) _log.Write(slot, cause);
        ref var request = ref Pool[slot];
        ref var pass = ref request.Passes[_level];
        if (pass.Target >= 0) Node[pass.Target].Outstanding--;
        pass.Target = -1;
        Node.Meter.Leave(Now, pass.In, pass.Start, pass.Start >= 0, cause);
        _watch.Traces?.Leave(ref request, Now, cause);
    }

    /// <summary>An answer goes on to whoever asked.</summary>
    private void Answer(int slot)
    {
        ref var request = ref Pool[slot];
        if (_level == 0 || request.Stays[(int)Role.Web].Station < 0) _links.ToUser(slot);
        else _servers.Calls.Answer(slot, null, (int)Role.Web);
    }
}
