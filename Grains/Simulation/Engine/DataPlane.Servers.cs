using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>Servers: a thread, the run queue, a core, and what is given back afterwards.</summary>
internal sealed partial class DataPlane
{
    /// <summary>A health probe's work on every role it passes.</summary>
    private const double ProbeWorkNs = 1 * Nanoseconds.PerMillisecond;

    private void ReachStation(int slot, RoleStation station)
    {
        ref var request = ref _pool[slot];
        if (station.Retired)
        {
            // on its way while its processes were replaced; nothing listens on a port that was stopped
            var heir = station.Role == Role.App ? station.Server.Ports[station.Port] : station.Server.Roles[(int)station.Role];
            station = heir ?? station;
        }

        switch ((station.Server.Dropped != 0 && Drops(ref request, station)) || IsSevered(ref request, station.Server) ? Reachability.Silent : MeetsAt(station))
        {
            case Reachability.Refusing:
                station.Meter.Arrive();
                station.Meter.Refuse(Cause.Refused);
                TurnAway(slot, station, Cause.Refused);
                return;
            case Reachability.Silent:
                Travel(slot, TimeoutLane(request.At), EventKind.ConnectTimeout, request.At);
                return;
        }

        station.Meter.Arrive();
        if (station.Role == Role.Db)
        {
            EnterDatabase(slot, station);
            return;
        }

        if (Blocks(station, ref request))
        {
            Refuse(slot, station, Cause.Blocked);
            return;
        }

        var process = station.FreeProcess();
        if (process < 0 && station.Queue.Count >= station.QueueLimit)
        {
            Refuse(slot, station, Cause.QueueFull);
            return;
        }

        Enter(ref request, station, process);
        if (_accesses is not null && station.Role == Role.App) _accesses.Work(slot, request.Life, station);
        if (process < 0)
        {
            request.Phase = Phase.InThreadQueue;
            station.Queue.Add(_pool, slot);
            return;
        }

        station.Busy[process]++;
        BeginWork(slot);
    }

    private static Reachability MeetsAt(RoleStation station) =>
        station.Server.Reachability == Reachability.Accepting && (station.Closed || station.Retired)
            ? Reachability.Refusing
            : station.Server.Reachability;

    /// <summary>A firewall looks at who sends; what a server sends itself passes no firewall.</summary>
    private bool Drops(ref Request request, RoleStation station)
    {
        var caller = CallerOf(ref request, (int)station.Role);
        if (caller >= 0 && ReferenceEquals(CallerServer(ref request, caller), station.Server)) return false;
        var sender = caller < 0 ? Sender.Users : caller is (int)Role.Web or Request.AtInner ? Sender.Web : Sender.App;
        return (station.Server.Dropped & (1 << (int)sender)) != 0;
    }

    private void Enter(ref Request request, RoleStation station, int process)
    {
        request.At = (int)station.Role;
        if (_flagsOff != 0 && station.Role == Role.App && !request.Probe) request.Without = _flagsOff & _classes[request.Class].Flags;
        ref var stay = ref request.Stays[request.At];
        stay = new Stay { Station = station.Index, Process = process, In = Now, Start = -1 };
        station.Meter.Enter(Now);
        _traces?.Enter(ref request, station.Server.Id, station.Role, Now);
        if (request.ShakesHands) _traces?.Enter(ref request, "tls", null, Now);
    }

    /// <summary>A running process answers that it will not.</summary>
    private void Refuse(int slot, RoleStation station, Cause cause)
    {
        station.Meter.Refuse(cause);
        if (_accesses is not null) LogAtServer(slot, station, Now, cause);
        TurnAway(slot, station, cause);
    }

    /// <summary>Refused at the door: the caller hears of it one hop later.</summary>
    private void TurnAway(int slot, RoleStation station, Cause cause)
    {
        ref var request = ref _pool[slot];
        request.Failure = cause;
        _traces?.TurnAway(ref request, station.Server.Id, station.Role, Now, cause);
        if (_approaches && request.At <= Request.AtUser) ToUser(slot, station.Server.Rack);
        else Travel(slot, station.Server, CallerServer(ref request, request.At), EventKind.Answered, request.At);
    }

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
        var work = request.ShakesHands ? HandshakeWork(ref request, server)
            : (request.Probe ? ProbeWorkNs : _classes[request.Class].Work(part, request.Without, request.Luck)) * VersionFactor(ref request, station);
        work *= server.Slow * station.Slowdown(station.Meter.Working.Value);
        if (station.Role == Role.Db) work *= _database!.Slow;
        if (request.Locked > 0) work /= _classes[request.Class].Spec.Locks;
        _queue.At(Now + (long)(work + 0.5), EventKind.WorkDone, slot, request.Epoch, 0);
    }

    /// <summary>How much work the database has is the asking application's doing, whatever version its own server carries.</summary>
    private double VersionFactor(ref Request request, RoleStation station)
    {
        if (request.Role != Role.Db) return station.Version.Factors[request.At];
        var caller = CallerOf(ref request, (int)Role.Db);
        var asking = caller < 0 ? station : _stations[request.Stays[caller].Station];
        return asking.Version.Factors[(int)Role.Db];
    }

    private void WorkDone(int slot)
    {
        ref var request = ref _pool[slot];
        var station = _stations[request.Stays[request.At].Station];
        FreeCore(station);
        if (request.ShakesHands)
        {
            Travel(slot, FlightLane(ref request), EventKind.Established, 0);
            return;
        }

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
                AfterApp(slot, station);
                break;
            case Role.App when !request.Probe && _classes[request.Class].Passes[UserClass.Exclusive]:
                TakeMutex(slot, station);
                break;
            case Role.App:
                AfterApp(slot, station);
                break;
            case Role.Db when request.Write && request.Locked < _classes[request.Class].Spec.Locks:
                TakeLock(slot);
                break;
            default:
                if (request.Write && station.Server.Disk.Full) request.Failure = Cause.DiskFull;
                Leave(slot);
                break;
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

    /// <summary>Gives back what a request holds at a role, and wakes whoever waited for it.</summary>
    private void Release(int slot, int role, Cause cause)
    {
        ref var request = ref _pool[slot];
        ref var stay = ref request.Stays[role];
        var station = _stations[stay.Station];
        station.Meter.Leave(Now, stay.In, stay.Start, stay.Start >= 0, cause);
        if (_accesses is not null) LogAtServer(slot, station, stay.In, cause);
        if (_statements is not null && station.Role == Role.Db && !request.Probe)
            _statements.Ended(request.Class, request.Write, stay, Now);
        var process = stay.Process;
        stay.Station = -1;
        if (station.LogKiB > 0 && process >= 0) station.Server.Disk.Log(station.LogKiB);
        if (station.Role == Role.Db)
        {
            if (_marks is not null && cause == Cause.None) MarkVersion(ref request);
            LeaveDatabase(slot);
            return;
        }

        if (process < 0) return;
        if (request.Leads && role == (int)Role.App)
        {
            request.Leads = false;
            EndFlight(_cache!, _lookupLane, EventKind.LookedUp, request.Key);
        }

        station.Busy[process]--;
        station.Served[process]++;
        if (station.Role == Role.App) station.LeakedKiB[process] += station.Version.LeakKiB;
        if (!station.Retired)
        {
            WakeQueue(station);
        }
        else if (station.Busy[process] == 0)
        {
            ProcessEnds(station, process);
            EndGeneration(station);
        }
    }

    private void WakeQueue(RoleStation station)
    {
        if (station.Server.Cutting || station.Closed) return;
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
