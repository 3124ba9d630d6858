using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Databases;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Queues;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Roles;

/// <summary>The web and the application role as callers: whom they ask, and what they do with the answer.</summary>
internal sealed class RoleStation : Station
{
    private readonly ServerStation _servers;
    private readonly CacheStation _cache;
    private readonly DatabaseStation? _database;
    private readonly QueueStation? _queue;
    private readonly UserClass[] _classes;
    private readonly WatchStation _watch;
    private readonly StepKind _responseTimeout;

    public RoleStation(
        Kernel kernel, WatchStation watch, UserStation users, LinkStation links, ServerStation servers, CacheStation cache,
        DatabaseStation? database, QueueStation? queue, Scenario scenario, ulong seed)
        : base(kernel)
    {
        (_watch, _responseTimeout) = (watch, NewTimer());
        (_servers, _cache, _database, _queue, _classes) = (servers, cache, database, queue, users.Classes);
        var programs = servers.Fleet.Programs;
        var errors = new Draw(seed, Purpose.VersionError, 0);
        programs[(int)Role.Web] = new WebProgram(Pool, users, links, servers, this, scenario.Inner is not null);
        programs[(int)Role.App] = programs[(int)Role.Worker] =
            new AppProgram(Pool, users, links, servers, cache, database, queue, this, errors);
        kernel.Takes(this, StepKind.CacheAnswered);
        kernel.Stands(this, (int)Role.Web);
        kernel.Stands(this, (int)Role.App);
    }

    public override Turn Turn => new(1, 3);

    /// <summary>A role asks the database for a request, if that wants it and there is one.</summary>
    public void AskDatabase(int slot, ServerNode from)
    {
        if (_database?.Wants(ref Pool[slot]) == true) _database.Ask(slot, from);
        else Finish(slot);
    }

    /// <summary>A web role calls the application, and waits for its answer as long as it likes to.</summary>
    public void Await(int slot, RoleNode web)
    {
        ref var request = ref Pool[slot];
        if (web.ResponseTimeoutNs == 0 || request.Probe || request.Warms != Warming.None) return;
        request.CallUntil = Now + web.ResponseTimeoutNs;
        Queue.At(request.CallUntil, _responseTimeout, slot, request.Life, 0);
    }

    /// <summary>The web role's patience ends: what the application still does is for nobody.</summary>
    public override void Fire(StepKind kind, int slot, int epoch)
    {
        ref var request = ref Pool[slot];
        if (request.Life != epoch || request.CallUntil != Now || request.Stays[(int)Role.Web].Station < 0) return;
        if (_servers.Hangs.Misses(slot, Role.Web)) return;
        _watch.Traces?.CutShort(ref request, _servers.Fleet.HolderOf(ref request, (int)Role.Web).ServerId, Role.Web, Now);
        var heir = Kernel.Part(slot, (int)Role.Web);
        Pool[heir].Failure = Kinds.Users.Cause.ResponseTimeout;
        Kernel.Answered(heir, (int)Role.Web);
    }

    public override void Part(int slot, int heir, int caller)
    {
        ref var request = ref Pool[heir];
        if (slot != heir && request.CallUntil > Now) Queue.At(request.CallUntil, _responseTimeout, heir, request.Life, 0);
    }

    public override void Answered(int slot)
    {
        if (_servers.Hangs.Holds(slot)) return;
        ref var request = ref Pool[slot];
        if (request.At == (int)Role.Web) request.CallUntil = 0;
        if (request.Guarded != 0) _servers.Guards.Judge(ref request, request.At);
        if (request.Fills && request.At == (int)Role.App) _cache.Fill(ref request);
        // last: whoever takes the connection may bring new requests, and the slots may move
        if (request.HoldsPool) _database!.GiveBack(ref request);
        Finish(slot);
    }

    /// <summary>The cache has answered.</summary>
    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (_servers.Hangs.Holds(slot)) return;
        ref var request = ref Pool[slot];
        var app = _servers.Fleet.HolderOf(ref request, (int)Role.App);
        if (arg == 1)
        {
            // it may have the value from another version
            if (_servers.Versions.Marks is { } marks)
                request.Corrupt |= marks.Clashes(request.Key, app.Version, _cache.Node!.ValueAt(request.Key));
            Finish(slot);
            return;
        }

        request.Fills = true;
        AskDatabase(slot, app.Server);
    }

    public override void Lose(int slot, int level)
    {
        for (var role = (int)Role.App; role >= level; role--)
            if (Pool[slot].Stays[role].Station >= 0) _servers.Leaving.Release(slot, role, Kinds.Users.Cause.Cut);
    }

    public override void ResetMeters()
    {
        foreach (var (meter, _, _) in _servers.Fleet.Meters) meter.Reset(Now);
        foreach (var server in _servers.Fleet.Servers) server.Shares.ResetMeters(Now);
    }

    public override IEnumerable<StationReport> Report() =>
        _servers.Fleet.Meters.Select(each =>
            each.Meter.Report(Now, each.Server.Cores, each.Server.Shares.UsedBy(each.Role, Now)));

    public override void AddMetersTo(ref StateHash hash)
    {
        foreach (var (meter, _, _) in _servers.Fleet.Meters) meter.AddTo(ref hash);
    }

    /// <summary>
    /// A role is done with a request, or has failed: what is still to be published is, and a worker takes its next message.
    /// </summary>
    private void Finish(int slot)
    {
        ref var request = ref Pool[slot];
        if (request.Failure == Kinds.Users.Cause.None && _queue is not null)
        {
            if (request.Message > 0)
            {
                if (_queue.Next(slot)) return;
            }
            else if (Publishes(ref request))
            {
                _queue.Publish(slot, _servers.Fleet.HolderOf(ref request, request.At).Server);
                return;
            }
        }

        _servers.Leaving.Leave(slot);
    }

    private bool Publishes(ref Request request) =>
        request is { Settled: false, Probe: false, Message: 0, Warms: Warming.None, WroteAt: 0 }
        && _classes[request.Class].Publishes is not null;
}
