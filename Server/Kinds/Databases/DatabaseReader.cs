using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Databases;

/// <summary>The database and its replicas, each on a server with the db role.</summary>
internal static class DatabaseReader
{
    private const long Second = Nanoseconds.PerSecond;

    /// <summary>Nobody does it.</summary>
    private const long Never = -1;

    public static DatabaseSpec? Read(
        MapReader root, ImmutableArray<SizeSpec> sizes, ImmutableArray<ServerSpec> servers, ComponentNames names)
    {
        var hosts = servers.Where(server => server.Roles.Any(role => role.Role == Role.Db)).ToImmutableArray();
        if (root.Map("database") is not { } map)
        {
            if (hosts.Length > 0)
                root.Reading.Add(root.Node, "missing-key", $"'{hosts[0].Id}' has the db role, so the scenario needs 'database'");
            return null;
        }

        var server = map.Read("server", Host(hosts), "");
        var size = sizes.FirstOrDefault(known => known.Id == hosts.FirstOrDefault(host => host.Id == server)?.Size);
        var replicas = ReadReplicas(map, hosts, server);
        var database = new DatabaseSpec(
            names.ClaimOr(map, "database", DatabaseState.Kind),
            server,
            map.ReadOr("connections", 100, Settable.Count("set-max-connections", "connections")),
            map.ReadOr("slots", size?.Cores ?? 1, Notations.Count.Between(1, 10_000), "its server's cores"),
            map.ReadOr("lock-timeout", 0, Settable.Duration("set-lock-timeout", "seconds", "endless")),
            map.ReadOr("pool", 0, Settable.Count("set-pool", "connections", "none")),
            map.ReadOr("pool-timeout", 0, Settable.Duration("set-pool-timeout", "seconds", "endless")),
            map.ReadOr("deadlock-check", Second, Notations.Duration.Between(0, 600 * Second).Or("never", Never)),
            map.ReadOr("statement-timeout", 0, Settable.Duration("set-statement-timeout", "seconds", "endless")),
            map.ReadOr("cold-read", 0, Notations.Duration.Between(0, 10 * Second)),
            replicas,
            map.ReadOr("replication-lag", 100 * Nanoseconds.PerMillisecond, Notations.Duration.Between(0, 600 * Second)),
            ReadFailover(map))
        {
            ConnectTimeoutNs = map.ReadOr(
                "connect-timeout", 3 * Second, Notations.Duration.Between(Nanoseconds.PerMillisecond, 60 * Second)),
            Pooler = ReadPooler(map),
            ReplicaCopyNs = map.ReadOr("replica-copy", 60 * Second, Notations.Duration.Between(0, 3600 * Second)),
        };
        CheckHosts(map, hosts, database);
        map.Close();
        return database;
    }

    private static ImmutableArray<string> ReadReplicas(MapReader map, ImmutableArray<ServerSpec> hosts, string primary)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { primary };
        var replicas = ImmutableArray.CreateBuilder<string>();
        foreach (var replica in map.List("replicas", "replica", Limits.Replicas))
        {
            var server = replica.Read("server", Host(hosts), "");
            if (server.Length > 0 && !taken.Add(server))
                replica.Reading.Add(
                    replica.At("server"), "duplicate", $"'{server}' carries the database already; choose another server");
            replica.Close();
            replicas.Add(server);
        }

        return replicas.Count == 0 ? default : replicas.ToImmutable();
    }

    private static FailoverSpec? ReadFailover(MapReader map)
    {
        if (map.Map("failover", says: "the defaults of its keys") is not { } failover) return null;
        var usual = new FailoverSpec();
        var time = Notations.Duration.Between(0, 3600 * Second);
        var spec = new FailoverSpec(
            failover.ReadOr("detect", usual.DetectNs, time.Or("never", Never)),
            failover.ReadOr("promote", usual.PromoteNs, time));
        failover.Close();
        return spec;
    }

    private static PoolerSpec? ReadPooler(MapReader map)
    {
        if (map.Map("pooler") is not { } pooler) return null;
        var usual = new PoolerSpec();
        var spec = new PoolerSpec(
            pooler.ReadOr("mode", usual.Mode, Notations.OneOf<PoolerMode>()),
            pooler.ReadOr("connections", usual.Connections, Settable.Count("set-pooler", "connections")),
            pooler.ReadOr("clients", usual.Clients, Settable.Count("set-pooler", "clients")),
            pooler.ReadOr("timeout", usual.TimeoutNs, Settable.Duration("set-pooler", "timeout", "endless")));
        pooler.Close();
        return spec;
    }

    private static Notation<string> Host(ImmutableArray<ServerSpec> hosts) =>
        Notations.Reference("server with the db role", [.. hosts.Select(host => host.Id)]);

    /// <summary>A db role that carries nothing would only cost memory.</summary>
    private static void CheckHosts(MapReader map, ImmutableArray<ServerSpec> hosts, DatabaseSpec database)
    {
        foreach (var host in hosts.Where(host => !database.Servers.Contains(host.Id)))
            map.Reading.Add(
                map.At("server"), "impossible",
                $"'{host.Id}' has the db role, so it should be the database's server or the server of one of its replicas");
    }
}
