using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>Servers: threads, run queue, cores, and what a request does after its work.</summary>
internal sealed partial class DataPlane
{
    /// <summary>A health probe's work on every role it passes.</summary>
    private const double ProbeWorkNs = 1 * Nanoseconds.PerMillisecond;

    private readonly Draw _versionErrors;
    private int _appTurn;

    private void ReachStation(int slot, RoleStation station)
    {
        ref var request = ref _pool[slot];
        switch (station.Server.Firewalled ? Reachability.Silent : station.Server.Reachability)
        {
            case Reachability.Refusing:
                station.Meter.Arrive();
                station.Meter.Refuse(Cause.Refused);
                TurnAway(slot, station, Cause.Refused);
                return;
            case Reachability.Silent:
                Travel(slot, _connectTimeoutLane, EventKind.ConnectTimeout, request.At);
                return;
        }

        station.Meter.Arrive();
        if (station.Role == Role.Db)
        {
            EnterDatabase(slot, station);
            return;
        }

        var process = station.FreeProcess();
        if (process < 0 && station.Queue.Count >= station.QueueLimit)
        {
            station.Meter.Refuse(Cause.QueueFull);
            TurnAway(slot, station, Cause.QueueFull);
            return;
        }

        Enter(ref request, station, process);
        if (process < 0)
        {
            request.Phase = Phase.InThreadQueue;
            station.Queue.Add(_pool, slot);
            return;
        }

        station.Busy[process]++;
        BeginWork(slot);
    }

    private void Enter(ref Request request, RoleStation station, int process)
    {
        request.At = (int)station.Role;
        ref var stay = ref request.Stays[request.At];
        stay = new Stay { Station = station.Index, Process = process, In = Now, Start = -1 };
        station.Meter.Enter(Now);
        _traces?.Enter(ref request, station.Server.Id, station.Role, Now);
    }

    /// <summary>Refused at the door: the caller hears of it one hop later.</summary>
    private void TurnAway(int slot, RoleStation station, Cause cause)
    {
        ref var request = ref _pool[slot];
        request.Failure = cause;
        _traces?.TurnAway(ref request, station.Server.Id, station.Role, Now, cause);
        Travel(slot, station.Server, CallerServer(ref request, request.At), EventKind.Answered, request.At);
    }

    private ServerNode? CallerServer(ref Request request, int caller) =>
        caller < 0 ? null : _stations[request.Stays[caller].Station].Server;

    private void BeginWork(int slot)
    {
        ref var request = ref _pool[slot];
        var station = _stations[request.Stays[request.At].Station];
        var server = station.Server;
        if (server.Hung)
        {
            request.Phase = Phase.Hung;
            station.Stuck.Add(_pool, slot);
        }
        else if (server.FreeCores > 0)
        {
            Run(slot, station);
        }
        else
        {
            request.Phase = Phase.InRunQueue;
            server.RunQueue.Add(_pool, slot);
        }
    }

    private void Run(int slot, RoleStation station)
    {
        ref var request = ref _pool[slot];
        var server = station.Server;
        server.FreeCores--;
        server.BusyCores.Change(1, Now);
        station.Meter.Working.Change(1, Now);
        if (request.Stays[request.At].Start < 0)
        {
            station.Meter.Start(Now);
            _traces?.Work(ref request, Now);
            request.Stays[request.At].Start = Now;
        }

        request.Phase = Phase.OnCore;
        var part = request.HoldsMutex ? UserClass.Exclusive : request.At;
        var work = request.Probe ? ProbeWorkNs : _classes[request.Class].Work(part, request.Luck);
        work *= VersionFactor(ref request, server) * server.Slow * station.Slowdown(station.Meter.Working.Value);
        if (station.Role == Role.Db) work *= _database!.Slow;
        _queue.At(Now + (long)(work + 0.5), EventKind.WorkDone, slot, request.Epoch, 0);
    }

    /// <summary>How much work the database has is the asking application's doing, whatever version its own server carries.</summary>
    private double VersionFactor(ref Request request, ServerNode server)
    {
        if (request.Role != Role.Db) return server.VersionFactors[request.At];
        var asking = CallerServer(ref request, CallerOf(ref request, (int)Role.Db)) ?? server;
        return asking.VersionFactors[(int)Role.Db];
    }

    private void WorkDone(int slot)
    {
        ref var request = ref _pool[slot];
        var station = _stations[request.Stays[request.At].Station];
        FreeCore(station);
        switch (station.Role)
        {
            case Role.Web when request.Probe ? request.Deep && HasApp() : _classes[request.Class].Passes[(int)Role.App]:
                CallApp(slot, station.Server);
                break;
            case Role.Web:
                CallDatabase(slot, station.Server);
                break;
            case Role.App when request.HoldsMutex:
                ReleaseMutex(ref request, station);
                AfterApp(slot, station.Server);
                break;
            case Role.App when !request.Probe && _classes[request.Class].Passes[UserClass.Exclusive]:
                TakeMutex(slot, station);
                break;
            case Role.App:
                AfterApp(slot, station.Server);
                break;
            default:
                Leave(slot);
                break;
        }
    }

    private void AfterApp(int slot, ServerNode server)
    {
        ref var request = ref _pool[slot];
        var asks = !request.Probe || request.Deep;
        if (asks && server.ErrorRate > 0 && _versionErrors.Unit(request.Luck) < server.ErrorRate)
        {
            request.Failure = Cause.Error;
            Leave(slot);
        }
        else if (!request.Probe && !request.Write && _cache is not null && _classes[request.Class].Spec.Cacheable)
        {
            Travel(slot, Wire(server.Rack, _cache.Rack), EventKind.ReachCache, 0);
        }
        else
        {
            CallDatabase(slot, server);
        }
    }

    private void FreeCore(RoleStation station)
    {
        var server = station.Server;
        server.FreeCores++;
        server.BusyCores.Change(-1, Now);
        station.Meter.Working.Change(-1, Now);
        if (server.Cutting) return;
        var next = server.RunQueue.TakeFirst(_pool);
        if (next != RequestPool.None) Run(next, _stations[_pool[next].Stays[_pool[next].At].Station]);
    }

    private bool HasApp() => _servers.Exists(server => server.Roles[(int)Role.App] is not null);

    private void CallApp(int slot, ServerNode from)
    {
        if (from.Roles[(int)Role.App] is not null)
        {
            Call(slot, from, from, Role.App);
            return;
        }

        var chosen = -1;
        for (var tried = 0; tried < _servers.Count; tried++)
        {
            _appTurn = _appTurn + 1 >= _servers.Count ? 0 : _appTurn + 1;
            if (_servers[_appTurn].Roles[(int)Role.App] is null) continue;
            if (chosen < 0) chosen = _appTurn;
            if (_servers[_appTurn].Reachability != Reachability.Accepting) continue;
            chosen = _appTurn;
            break;
        }

        Call(slot, from, _servers[chosen], Role.App);
    }

    private void CallDatabase(int slot, ServerNode from)
    {
        ref var request = ref _pool[slot];
        var wants = request.Probe ? request.Deep : _classes[request.Class].Passes[(int)Role.Db];
        if (!wants || _database is null) Leave(slot);
        else if (request.At == (int)Role.App && _scenario.Database!.PoolSize > 0) TakePool(slot, from);
        else Call(slot, from, _database.Station.Server, Role.Db);
    }

    /// <summary>A role is done with a request: its thread is free, the answer goes to the caller.</summary>
    private void Leave(int slot)
    {
        ref var request = ref _pool[slot];
        var role = request.At;
        var server = _stations[request.Stays[role].Station].Server;
        _traces?.Leave(ref request, Now, request.Failure);
        Release(slot, role, request.Failure);
        Return(slot, role, server);
    }

    private void Return(int slot, int role, ServerNode server)
    {
        ref var request = ref _pool[slot];
        var caller = CallerOf(ref request, role);
        if (caller == Request.AtUser) ToUser(slot);
        else Travel(slot, server, CallerServer(ref request, caller), EventKind.Answered, caller);
    }

    private static int CallerOf(ref Request request, int role)
    {
        for (var level = role - 1; level >= 0; level--)
            if (request.Stays[level].Station >= 0) return level;
        return request.Target >= 0 ? Request.AtBalancer : Request.AtUser;
    }

    /// <summary>Gives back what a request holds at a role, and wakes whoever waited for it.</summary>
    private void Release(int slot, int role, Cause cause)
    {
        ref var request = ref _pool[slot];
        ref var stay = ref request.Stays[role];
        var station = _stations[stay.Station];
        station.Meter.Leave(Now, stay.In, stay.Start, stay.Start >= 0, cause);
        var process = stay.Process;
        stay.Station = -1;
        if (station.Role == Role.Db)
        {
            LeaveDatabase(slot);
            return;
        }

        if (process < 0) return;
        if (request.Leads && role == (int)Role.App)
        {
            request.Leads = false;
            EndFlight(request.Key);
        }

        station.Busy[process]--;
        if (station.Role == Role.App) station.LeakedKiB[process] += station.Server.LeakKiB;
        WakeQueue(station);
    }

    private void WakeQueue(RoleStation station)
    {
        if (station.Server.Cutting) return;
        while (station.Queue.Count > 0)
        {
            var process = station.FreeProcess();
            if (process < 0) return;
            var next = station.Queue.TakeFirst(_pool);
            station.Busy[process]++;
            _pool[next].Stays[(int)station.Role].Process = process;
            BeginWork(next);
        }
    }
}
