using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Servers;

/// <summary>Servers, the roles on them, and whether they fit: in their rack's units, in their own memory.</summary>
internal static class ServerReader
{
    private const string FirstVersion = "v1";
    private const int ProcessMiB = 200;
    private const int ThreadMiB = 2;
    private const int MostCold = 1_000_000;
    private const int MostRoleMiB = 1024 * 1024;

    public static ImmutableArray<ServerSpec> Read(
        MapReader root, ImmutableArray<SizeSpec> sizes, ImmutableArray<RackSpec> racks, ComponentNames names)
    {
        var servers = ImmutableArray.CreateBuilder<ServerSpec>();
        var maps = new List<MapReader>();
        var free = racks.GroupBy(rack => rack.Id).ToDictionary(same => same.Key, same => same.First().Units);
        foreach (var map in root.List("servers", "server", Limits.Components, required: true))
        {
            var server = ReadServer(map, sizes, racks, names);
            servers.Add(server);
            maps.Add(map);
            if (sizes.FirstOrDefault(size => size.Id == server.Size) is { } known) Check(map, server, known);
            if (free.TryGetValue(server.Rack, out var units) && (free[server.Rack] = units - 1) < 0)
                map.Reading.Add(
                    map.At("rack"), "impossible",
                    $"{server.Rack} has no unit left for '{server.Id}'; give the rack more units");
        }

        var targetRole = servers.Any(server => Has(server, Role.Web)) ? Role.Web : Role.App;
        for (var index = 0; index < servers.Count; index++)
            servers[index] = Attach(maps[index], servers[index], targetRole, root.Has("inner"));
        return servers.ToImmutable();
    }

    private static bool Has(ServerSpec server, Role role) => server.Roles.Any(has => has.Role == role);

    /// <summary>Whoever can be a target is one from the start, unless the file says no.</summary>
    private static ServerSpec Attach(MapReader map, ServerSpec server, Role targetRole, bool inner)
    {
        var canBe = Has(server, targetRole) || (inner && Has(server, Role.App) && !Has(server, Role.Web));
        var weight = map.ReadOr("weight", 1, Settable.Count("set-weight", "weight"));
        var attached = map.ReadOr("attached", canBe, Notations.Flag, "true where it can be");
        if (attached && !canBe)
            map.Reading.Add(
                map.At("attached"), "impossible",
                $"'{server.Id}' cannot be attached: the balancer's targets are servers with the {Kebab.Of(targetRole)} role");
        var takesUsers = Has(server, Role.Web) || Has(server, Role.App);
        var checks = OwnCheckReader.Read(map, takesUsers);
        map.Close();
        return server with { Attached = attached, Weight = weight, Checks = checks };
    }

    private static ServerSpec ReadServer(
        MapReader map, ImmutableArray<SizeSpec> sizes, ImmutableArray<RackSpec> racks, ComponentNames names) =>
        new(
            names.Claim(map, ServerState.Kind),
            map.Read("rack", Notations.Reference("rack", [.. racks.Select(rack => rack.Id)]), ""),
            map.Read("size", Notations.Reference("size", [.. sizes.Select(size => size.Id)]), ""),
            map.ReadOr("version", FirstVersion, Notations.Version),
            Attached: false,
            map.Map("roles", required: true) is { } roles ? ReadRoles(roles) : [],
            map.ReadOr("log-keep", 0, Settable.Memory("rotate-logs", "keep", "all")));

    private static ImmutableArray<RoleSpec> ReadRoles(MapReader map)
    {
        var roles = ImmutableArray.CreateBuilder<RoleSpec>();
        foreach (var role in Enum.GetValues<Role>())
            if (map.Map(Kebab.Of(role)) is { } given) roles.Add(ReadRole(given, role));
        if (roles.Count == 0)
            map.Reading.Add(map.Node, "missing-key", "a server needs at least one role: web, app, db or worker");
        if (roles.Any(role => role.Role == Role.Worker) && roles.Any(role => role.Role is Role.Web or Role.App))
            map.Reading.Add(map.Node, "impossible", "workers stand on servers of their own, without web and app");
        map.Close();
        return roles.ToImmutable();
    }

    private static RoleSpec ReadRole(MapReader map, Role role)
    {
        var megabytes = Notations.Memory.Between(0, MostRoleMiB);
        // The database counts connections and slots instead: see database.
        var spec = role == Role.Db
            ? new RoleSpec(role, 1, 0, 0, map.ReadOr("process-memory", ProcessMiB, megabytes), 0, Sigma(map), Kappa(map),
                LogKiB: Log(map))
            : new RoleSpec(
                role,
                map.Read("processes", Settable.Count("change-threads", "processes"), 1),
                map.Read("threads", Settable.Count("change-threads", "threads"), 1),
                role == Role.Worker ? 0 : map.Read("queue", Notations.Count.Between(0, Limits.Queue), 0),
                map.ReadOr("process-memory", ProcessMiB, megabytes),
                map.ReadOr("thread-memory", ThreadMiB, megabytes),
                Sigma(map), Kappa(map),
                map.ReadOr("memory-limit", 0, Notations.Memory.Between(1, MostRoleMiB).Or("none", 0)), Log(map))
            {
                Discipline = map.ReadOr("discipline", Discipline.Sliced, Notations.OneOf<Discipline>()),
                OnAbort = role == Role.Worker
                    ? OnAbort.WorkOn
                    : map.ReadOr("on-client-abort", OnAbort.WorkOn, Notations.OneOf<OnAbort>()),
                ResponseTimeoutNs = role == Role.Web ? ForwardingReader.ResponseTimeout(map) : 0,
                IdleTimeoutNs = role == Role.Worker ? 0 : ForwardingReader.IdleTimeout(map),
                Cold = ReadCold(map),
                Connections = role == Role.Worker
                    ? 0
                    : map.ReadOr("connections", 0, Notations.Count.Between(1, Limits.LongLived).Or("endless", 0)),
            };
        if (!RoleSpec.Fits(spec.EachMiB, spec.LimitMiB))
            map.Reading.Add(
                map.At("memory-limit"), "impossible",
                $"a process with its threads needs {spec.EachMiB}MiB, so it would be killed at once; allow it that much or leave "
                + "memory-limit out");
        map.Close();
        return spec;
    }

    private static ColdStart? ReadCold(MapReader role)
    {
        if (role.Map("cold-start") is not { } map) return null;
        var cold = new ColdStart(
            map.ReadOr("factor", 5, Notations.Number.Between(1, 100)),
            map.ReadOr("requests", 0, Notations.Count.Between(1, MostCold).Or("none", 0)),
            map.ReadOr("for", 0, Notations.Duration.Between(Nanoseconds.PerSecond, 3600 * Nanoseconds.PerSecond).Or("none", 0)));
        if (cold.Requests > 0 == cold.ForNs > 0)
            map.Reading.Add(map.Node, "impossible", "a cold start lasts either so many 'requests' or 'for' a time");
        map.Close();
        return cold;
    }

    private static double Sigma(MapReader map) => map.ReadOr("sigma", 0, Notations.Share);

    private static double Kappa(MapReader map) => map.ReadOr("kappa", 0, Notations.Share);

    private static double Log(MapReader map) => map.ReadOr("log", 0, Notations.Leak);

    /// <summary>Over its memory a process is killed and started again, forever: no estate starts like that.</summary>
    private static void Check(MapReader map, ServerSpec server, SizeSpec size)
    {
        if (!SizeSpec.MayKeep(server.LogKeepMiB, size.DiskMiB))
            map.Reading.Add(
                map.At("log-keep"), "impossible",
                size.DiskMiB == 0
                    ? $"the disk of {size.Id} is endless, so there is nothing to rotate for; give the size a disk"
                    : $"log-keep should be less than the {size.DiskMiB}MiB of {size.Id}'s disk");
        var needed = server.Roles.Sum(role => role.Processes * role.EachMiB);
        if (needed > size.MemoryMiB)
            map.Reading.Add(
                map.At("roles"), "impossible",
                $"the processes and threads of '{server.Id}' need {needed}MiB but {size.Id} has {size.MemoryMiB}MiB");
    }
}
