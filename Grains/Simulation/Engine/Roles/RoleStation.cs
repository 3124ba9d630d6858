using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Databases;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Queues;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
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

    public RoleStation(
        Kernel kernel, UserStation users, LinkStation links, ServerStation servers, CacheStation cache, DatabaseStation? database,
        QueueStation? queue, Scenario scenario, ulong seed)
        : base(kernel)
    {
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

    public override void Answered(int slot)
    {
        if (_servers.Hangs.Holds(slot)) return;
        ref var request = ref Pool[slot];
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
