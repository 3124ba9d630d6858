using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>What the users and their way to the entry ask of each other.</summary>
internal static class EntryCheck
{
    public static void Of(MapReader root, ImmutableArray<ClassSpec> classes, Estate estate)
    {
        var clients = classes.Sum(users => (long)users.Clients);
        if (clients > Limits.Clients)
            root.Reading.Add(
                root.At("classes"), "out-of-range",
                $"{clients} clients of all classes are more than the {Limits.Clients} an estate may have");
        if (estate.Tls is not null && clients == 0)
            root.Reading.Add(root.At("tls"), "impossible", "nobody shakes hands: give a class 'clients', which open connections");
        if (clients == 0 && new[] { estate.Balancer, estate.Inner }.Any(one => one?.Forwarding.Sticky is > Stickiness.None))
            root.Reading.Add(
                root.At("classes"), "impossible", "nobody has a session that could be sticky: give a class 'clients'");
        foreach (var id in estate.Dns?.Targets ?? [])
        {
            if (estate.Servers.FirstOrDefault(server => server.Id == id) is not { } server) continue;
            foreach (var users in classes)
                if (!server.Roles.Any(role => role.Role == users.Entry) && !users.IsJob)
                    root.Reading.Add(
                        root.At("dns"), "impossible",
                        $"'{id}' cannot take '{users.Id}': it should have the {Kebab.Of(users.Entry)} role");
        }
    }
}
