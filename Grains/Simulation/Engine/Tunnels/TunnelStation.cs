using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Tunnels;

/// <summary>
/// Connections that last (WebSockets): a request opens one, a process holds it and no thread, messages go over it to the same
/// server, and it ends with its user's visit or is cut; who was cut connects anew.
/// </summary>
internal sealed class TunnelStation : Station, ITunnels
{
    private readonly TunnelTable _table = new();
    private readonly UserClass[] _classes;
    private readonly Following _following;
    private readonly LinkStation _links;
    private readonly ServerStation _servers;
    private readonly BalancerStation? _balancer;
    private readonly StepKind _ends;
    private readonly StepKind _says;
    private readonly StepKind _notices;

    /// <summary>By class; null: its requests open none.</summary>
    private readonly TunnelUsers?[] _users;
    private int _held;

    public TunnelStation(
        Kernel kernel, UserStation users, LinkStation links, ServerStation servers, BalancerStation? balancer,
        ulong seed)
        : base(kernel)
    {
        (_classes, _following, _links, _servers, _balancer) = (users.Classes, users.Following, links, servers, balancer);
        _users = [.. _classes.Select(one => one.Spec.LongLived is { } spec ? new TunnelUsers(one, _classes, spec, seed) : null)];
        (_ends, _says, _notices) = (NewTimer(), NewTimer(), NewTimer());
        servers.Fleet.Tunnels = this;
        kernel.Takes(this, StepKind.ReachTunnel, StepKind.TunnelAnswered);
        Past = new TunnelPast(this, servers.Fleet, balancer, users.TrafficFactor(0));
    }

    public TunnelPast Past { get; }

    /// <summary>Ever opened, and ever cut.</summary>
    public long Opened { get; private set; }

    public long WasCut { get; private set; }

    public IEnumerable<TunnelUsers> Users => _users.OfType<TunnelUsers>();

    public bool Opens(int slot, RoleNode role)
    {
        ref var request = ref Pool[slot];
        if (request.Failure != Cause.None || request.Closed) return true;
        if (!_classes[request.Class].OpensAt(ref request, role.Level)) return true;
        var index = Hold(request.Class, request.Number, role, request.Passes[0].Target);
        Pool[slot].Tunnel = index + 1;
        return index >= 0;
    }

    /// <summary>−1: none of the processes may hold one more.</summary>
    public int Hold(int users, long number, RoleNode role, int target)
    {
        var process = role.EmptiestProcess();
        if (process < 0 || _table.Full) return -1;
        var index = _table.Take();
        ref var tunnel = ref _table[index];
        (tunnel.Class, tunnel.Number, tunnel.Role, tunnel.Process) = (users, number, role.Index, process);
        (tunnel.Target, tunnel.Said, tunnel.Stage) = (target, 0, TunnelStage.Opening);
        role.Tunnels[process]++;
        if (target >= 0) _balancer!.Node[target].Tunnels++;
        Opened++;
        _held++;
        return index;
    }

    /// <summary>Its user knows that it is open.</summary>
    public void Establish(int index, long lastsNs)
    {
        ref var tunnel = ref _table[index];
        (tunnel.Stage, tunnel.EndsNs) = (TunnelStage.Open, Now + lastsNs);
        Queue.At(tunnel.EndsNs, _ends, index, tunnel.Life, 0);
        Pause(index);
    }

    public void Ended(RoleNode role, int process)
    {
        if (role.Tunnels[process] == 0) return;
        var silent = role.Server.Reachability == Reachability.Silent;
        for (var index = 0; index < _table.Used; index++)
        {
            ref var tunnel = ref _table[index];
            if (tunnel.IsHeld && tunnel.Role == role.Index && tunnel.Process == process) Cut(index, silent);
        }
    }

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == StepKind.TunnelAnswered) Settle(slot);
        else Carry(slot);
    }

    public override void Fire(StepKind kind, int slot, int epoch)
    {
        if (_table[slot].Life != epoch) return;
        if (kind == _says) Say(slot);
        else if (kind == _notices) ComeBack(slot);
        else if (_table[slot].Stage == TunnelStage.Open) End(slot);
    }

    public override void Lose(int slot, int level) => Forget(slot);

    public override void Part(int slot, int heir, int caller) => Forget(heir);

    public bool IsBehind(string balancer) => balancer == _balancer?.Node.Id;

    public void CutTo(string server) => CutAt(_balancer!.Node.IndexOf(server));

    public void CutAll()
    {
        for (var target = 0; target < _balancer!.Node.Targets.Length; target++) CutAt(target);
    }

    public override void AddTo(ref StateHash hash)
    {
        hash.Add((long)_held);
        hash.Add(Opened);
        hash.Add(WasCut);
    }

    public override void Audit(List<string> broken) => TunnelAudit.Add(_table, _servers.Fleet, _balancer?.Node, broken);

    private void CutAt(int target)
    {
        for (var index = 0; index < _table.Used; index++)
            if (_table[index].IsHeld && _table[index].Target == target) Cut(index, silent: false);
    }

    /// <param name="silent">Nothing says so to its user: he misses an answer to his heartbeat.</param>
    private void Cut(int index, bool silent)
    {
        ref var tunnel = ref _table[index];
        var knows = tunnel.Stage == TunnelStage.Open;
        tunnel.Stage = TunnelStage.Lost;
        tunnel.Life++;
        var after = silent ? _users[tunnel.Class]!.HeartbeatNs : Queue.DelayOf(_links.InternetLane);
        if (knows) Queue.At(Now + after, _notices, index, tunnel.Life, 0);
        WasCut++;
        LetGo(index);
    }

    private void End(int index)
    {
        _table[index].Stage = TunnelStage.Free;
        LetGo(index);
        _table.Free(index);
    }

    /// <summary>Last of all that is done with it: whoever takes the room may bring new ones.</summary>
    private void LetGo(int index)
    {
        var (role, process, target) = (_servers.Fleet.Roles[_table[index].Role], _table[index].Process, _table[index].Target);
        role.Tunnels[process]--;
        _held--;
        _servers.Generations.EndIfIdle(role, process);
        if (target < 0) return;
        _balancer!.Node[target].Tunnels--;
        _balancer.Wake();
    }

    /// <summary>The answer to the request that opened it is back at its user.</summary>
    private void Settle(int slot)
    {
        ref var request = ref Pool[slot];
        var index = request.Tunnel - 1;
        if (request.Failure != Cause.None || request.Abandoned) Forget(slot);
        else if (_table[index].Stage == TunnelStage.Lost) ComeBack(index);
        else Establish(index, _users[request.Class]!.LastsNs(request.Number));
    }

    /// <summary>A request that was to open one comes to nothing.</summary>
    private void Forget(int slot)
    {
        ref var request = ref Pool[slot];
        if (request.Tunnel == 0 || _users[request.Class] is null) return;
        var index = request.Tunnel - 1;
        request.Tunnel = 0;
        if (_table[index].IsHeld) End(index);
        else _table.Free(index);
    }

    private void ComeBack(int index)
    {
        var (users, number) = (_users[_table[index].Class]!, _table[index].Number);
        _table.Free(index);
        _following.ComeBack(users.Class, number, users.ReturnsAfterNs(number));
    }

    private void Pause(int index)
    {
        ref var tunnel = ref _table[index];
        var users = _users[tunnel.Class]!;
        if (!users.Talks) return;
        var next = Now + users.PauseNs(tunnel);
        // nobody says anything that would not arrive
        if (next + Queue.DelayOf(_links.InternetLane) < tunnel.EndsNs) Queue.At(next, _says, index, tunnel.Life, 0);
    }

    private void Say(int index)
    {
        ref var tunnel = ref _table[index];
        var users = _users[tunnel.Class]!.Says(tunnel);
        tunnel.Said++;
        Pause(index);
        _following.Say(users, index + 1, _table[index].Life, _table[index].Target);
    }

    /// <summary>A message goes the way its connection goes, if that still leads anywhere.</summary>
    private void Carry(int slot)
    {
        ref var request = ref Pool[slot];
        var tunnel = _table[request.Tunnel - 1];
        if (tunnel.Life != request.TunnelLife)
        {
            request.Failure = Cause.Cut;
            _links.ToUser(slot);
        }
        else if (tunnel.Target >= 0)
        {
            Kernel.Step(StepKind.ReachEntry, slot, 0);
        }
        else
        {
            Kernel.Step(StepKind.ReachRole, slot, tunnel.Role);
        }
    }
}
