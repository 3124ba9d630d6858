using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>Servers: a door, a thread, a share of the cores. What runs on them, <see cref="RoleProgram"/>s say.</summary>
internal sealed class ServerStation : Station
{
    private readonly LinkStation _links;
    private readonly ServerControls _controls;
    private readonly ServerAudit _audit;
    private readonly UserClass[] _classes;
    private readonly StepKind _done;
    private readonly StepKind _sharedDone;
    private readonly StepKind _waited;
    private readonly StepKind _shutdownTimeout;
    private readonly StepKind _bulkheadWait;

    public ServerStation(
        Kernel kernel, WatchStation watch, UserStation users, LinkStation links, Scenario scenario)
        : base(kernel)
    {
        _links = links;
        _classes = users.Classes;
        (_waited, _done, _sharedDone, _shutdownTimeout) = (NewStep(), NewStep(), NewTimer(), NewTimer());
        _bulkheadWait = NewStep();
        var log = new ServerLog(kernel, watch, Fleet);
        Versions = new Versions(scenario, users.Keys);
        Doors = new Doors(Fleet, links);
        Calls = new Calls(kernel, Fleet, links);
        Cores = new Cores(kernel, watch, users, Fleet, _done, _sharedDone);
        Hangs = new Hangs(Pool, Fleet);
        Mutexes = new Mutexes(kernel, watch, Cores);
        Bulkheads = new Bulkheads(kernel, users.Classes, _bulkheadWait);
        Threads = new Threads(kernel, watch, users, links, Calls, Cores, log, Doors, Bulkheads);
        Losses = new Losses(kernel, watch, Fleet, Calls);
        Guards = new Guards(kernel, Fleet);
        Generations = new Generations(kernel, Fleet, Threads, Losses, Versions, Bulkheads, _shutdownTimeout);
        Leaving = new Leaving(kernel, watch, Fleet, Calls, Threads, Guards, Generations, Bulkheads, log);
        LockLines = new LockLines(kernel, users, Fleet);
        Looks = new ServerLooks(kernel, Fleet, LockLines);
        _audit = new ServerAudit(kernel, Fleet);
        _controls = new ServerControls(
            kernel, this, users, links, new Cuts(kernel, Fleet, links, Calls, Losses, Generations, Cores));
        foreach (var server in scenario.Servers) _controls.Place(InitialState.Of(server, scenario));
        _controls.GuardDatabase(scenario.Database?.Breaker);
        kernel.Takes(this, StepKind.ReachRole);
    }

    public override Turn Turn => new(6, int.MaxValue);

    public Fleet Fleet { get; } = new();

    public Versions Versions { get; }

    public Doors Doors { get; }

    public Calls Calls { get; }

    public Cores Cores { get; }

    public Hangs Hangs { get; }

    public Mutexes Mutexes { get; }

    public Bulkheads Bulkheads { get; }

    public Threads Threads { get; }

    public Losses Losses { get; }

    public Guards Guards { get; }

    public Generations Generations { get; }

    public Leaving Leaving { get; }

    public LockLines LockLines { get; }

    public ServerLooks Looks { get; }

    /// <summary>All processes start, those of the database first.</summary>
    public void Begin()
    {
        foreach (var server in Fleet.Servers.OrderBy(server => server.Roles[(int)Role.Db] is null))
            if (server.Reachability == Reachability.Accepting) Generations.StartAll(server, warm: true);
    }

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == _done) Done(slot);
        else if (kind == _bulkheadWait) BulkheadWaitOver(slot);
        else if (kind != _waited) ReachRole(slot, Fleet.Roles[arg]);
        else if (!Hangs.Holds(slot)) GoOn(slot);
    }

    /// <summary>On a server (Slot) some work is done, or a retired generation's time to finish is over.</summary>
    public override void Fire(StepKind kind, int slot, int epoch)
    {
        if (kind == _sharedDone) SharedDone(Fleet.Servers[slot], epoch);
        else if (Fleet.Roles[slot] is { Retired: true } old && old.Generation == epoch) Generations.ShutdownTimeout(old);
    }

    public void ReachRole(int slot, RoleNode role)
    {
        ref var request = ref Pool[slot];
        if (role.Retired)
        {
            // on its way while its processes were replaced; nothing listens on a port that was stopped
            var heir = role.Role == Role.App ? role.Server.Ports[role.Port] : role.Server.Roles[role.Level];
            role = heir ?? role;
        }

        switch (Doors.MeetsAt(ref request, role))
        {
            case Reachability.Refusing:
                role.Meter.Arrive();
                Threads.TurnAway(slot, role, Cause.Refused);
                break;
            case Reachability.Silent:
                _links.NoAnswer(slot, request.At);
                break;
            default:
                role.Meter.Arrive();
                Fleet.ProgramOf(role).Enter(slot, role);
                break;
        }
    }

    public override void Stop(int slot, Phase was)
    {
        if (was is not (Phase.InThreadQueue or Phase.InRunQueue or Phase.OnCore or Phase.InMutexQueue or Phase.InBulkhead))
            return;
        ref var request = ref Pool[slot];
        var role = Fleet.HolderOf(ref request, request.At);
        switch (was)
        {
            case Phase.InBulkhead:
                Bulkheads.StopWaiting(slot, role);
                break;
            case Phase.InThreadQueue:
                role.Queue.Remove(Pool, slot);
                break;
            case Phase.InRunQueue:
                role.Loop[request.Stays[request.At].Process].Remove(Pool, slot);
                break;
            case Phase.OnCore:
                Cores.Stop(slot);
                break;
            default:
                role.MutexQueue[request.Stays[request.At].Process].Remove(Pool, slot);
                break;
        }
    }

    public override void Lose(int slot, int level)
    {
        ref var request = ref Pool[slot];
        if (request.HoldsMutex) Mutexes.Release(ref request, Fleet.HolderOf(ref request, (int)Role.App));
        if (Pool[slot].Guarded != 0) Guards.Forget(ref Pool[slot], level);
    }

    public override void Part(int slot, int heir, int caller)
    {
        if (slot != heir) Losses.Notice(slot);
    }

    public override object Controls => _controls;

    public override void Roll()
    {
        foreach (var (meter, _, _) in Fleet.Meters) meter.RollWindow();
        foreach (var server in Fleet.Servers) server.RollWindow(Now, Nanoseconds.PerSecond);
    }

    public override void AddTo(ref StateHash hash)
    {
        foreach (var server in Fleet.Servers) server.AddTo(ref hash);
    }

    public override void Audit(List<string> broken)
    {
        _audit.Add(broken);
        Bulkheads.Audit(broken);
        Kernel.Expect(Phase.InBulkhead, Bulkheads.Waiters, broken);
    }

    private void BulkheadWaitOver(int slot)
    {
        ref var request = ref Pool[slot];
        if (Hangs.Misses(slot, Fleet.HolderOf(ref request, request.At).Role)) return;
        Kernel.Stop(slot);
        request.Failure = Kinds.Users.Cause.BulkheadFull;
        Leaving.Leave(slot);
    }

    private void Done(int slot)
    {
        Cores.Stop(slot);
        WorkDone(slot);
    }

    private void SharedDone(ServerNode server, int epoch)
    {
        var slot = Cores.TakeDone(server, epoch);
        if (slot == RequestPool.None) return;
        server.Stepping = true;
        WorkDone(slot);
        server.Stepping = false;
        Cores.Schedule(server);
    }

    private void WorkDone(int slot)
    {
        ref var request = ref Pool[slot];
        request.Phase = Phase.Travelling;
        if (request.ShakesHands) Kernel.Step(StepKind.ShookHands, slot, 0);
        else if (Waits(ref request)) Wait(slot);
        else GoOn(slot);
    }

    private bool Waits(ref Request request) =>
        request is { Probe: false, HoldsMutex: false } && _classes[request.Class].Waits[request.At];

    private void Wait(int slot)
    {
        ref var request = ref Pool[slot];
        request.Phase = Phase.Waiting;
        var users = _classes[request.Class];
        var takes = users.Wait(request.At, request.Luck);
        // like its work, a transaction's waits are spread over the locks it takes
        if (request.Locked > 0) takes /= users.Spec.Locks;
        Queue.At(Now + (long)(takes + 0.5), _waited, slot, request.Epoch, 0);
    }

    private void GoOn(int slot)
    {
        var role = Fleet.HolderOf(ref Pool[slot], Pool[slot].At);
        Fleet.ProgramOf(role).Worked(slot, role);
    }
}
