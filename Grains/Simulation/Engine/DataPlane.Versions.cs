using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>Versions that cannot coexist: what one writes while both serve is wrong for the other.</summary>
internal sealed partial class DataPlane
{
    /// <summary>Null: all versions of the scenario get on with each other.</summary>
    private readonly VersionMarks? _marks;

    /// <summary>Which versions serve now; asked before and after every change of the system and at every tick.</summary>
    private void ObserveVersions()
    {
        if (_marks is null) return;
        foreach (var version in _versions) version.Serve(_servers.Exists(server => Serves(server, version)), Now);
    }

    private bool Serves(ServerNode server, VersionFacts version)
    {
        var app = server.Roles[(int)Role.App];
        if (app is null) return false;
        var takes = app.Version == version && server.Reachability == Reachability.Accepting && IsAsked(server);
        return takes || (app.Version == version && app.Holds) || server.Others.Any(other =>
            other.Role == Role.App && other.Version == version && other.Holds);
    }

    /// <summary>A target that serves; one that cannot be a target is asked by those that are.</summary>
    private bool IsAsked(ServerNode server)
    {
        if (_balancer is null) return server.Joined;
        foreach (var balancer in Balancers())
            if (balancer.IndexOf(server.Id) is >= 0 and var place) return balancer[place].Serving;
        return _inner is null && server.Roles[(int)Role.Web] is null && _servers.Exists(other => other.Roles[(int)Role.Web] is not null);
    }

    /// <summary>The database has done a request's work: it carries the key's value, or has written it.</summary>
    private void MarkVersion(ref Request request)
    {
        var caller = CallerOf(ref request, (int)Role.Db);
        if (caller < 0 || request.Probe) return;
        var version = _stations[request.Stays[caller].Station].Version;
        request.Corrupt |= _marks!.Clashes(request.Key, version, Now);
        if (request.Write) _marks.Write(request.Key, version, Now);
    }

    /// <summary>The cache answered with a value it may have from the other version.</summary>
    private void CheckCached(ref Request request)
    {
        if (_marks is null) return;
        var version = _stations[request.Stays[(int)Role.App].Station].Version;
        request.Corrupt |= _marks.Clashes(request.Key, version, _cache!.ValueAt(request.Key));
    }
}
