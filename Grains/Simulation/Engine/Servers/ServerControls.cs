using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>What the control plane changes of servers.</summary>
internal sealed class ServerControls(
    Kernel kernel, ServerStation servers, UserStation users, LinkStation links, Cuts cuts)
{
    /// <summary>
    /// Of every server's calls from the application to the database, those that are still to come too; null: none.
    /// </summary>
    private BreakerSpec? _databaseBreaker;

    public Fleet Fleet => servers.Fleet;

    public Generations Generations => servers.Generations;

    public Versions Versions => servers.Versions;

    public Bulkheads Bulkheads => servers.Bulkheads;

    public Threads Threads => servers.Threads;

    public Cores Cores => servers.Cores;

    public Cuts Cuts => cuts;

    public LinkStation Links => links;

    public void Place(ServerState state)
    {
        var disk = new DiskNode(state.Size.DiskMiB, state.LogKeepMiB);
        var node = new ServerNode(state.Id, links[state.Rack], state.Size.Cores, disk)
        {
            Index = Fleet.Servers.Count,
            Breakers = [Guards.New(state.Breaker), Guards.New(_databaseBreaker)],
            Blocked = users.ClassesOf(state.Blocked),
            Lifo = state.Lifo,
            Reachability = state.Lifecycle == Lifecycle.Running ? Reachability.Accepting : Reachability.Silent,
        };
        Fleet.Add(node);
        foreach (var role in state.Roles)
        {
            var meter = kernel.NewMeter($"{state.Id}/{NameOf(role.Role)}");
            Fleet.Meters.Add((meter, node, role.Role));
            node.Roles[role.Role.Level()] = Generations.Begin(node, role, servers.Versions.Of(state.Version), port: 0, meter);
        }

        if (node.Has(Role.App)) node.Ports[0] = node.Roles[(int)Role.App];
    }

    public void GuardDatabase(BreakerSpec? spec)
    {
        _databaseBreaker = spec;
        foreach (var server in Fleet.Servers) server.Breakers[(int)Role.App] = Guards.New(spec);
    }

    public void Block(ServerNode server, ImmutableArray<string> sources) => server.Blocked = users.ClassesOf(sources);

    private static string NameOf(Role role) => role switch
    {
        Role.Web => "web",
        Role.App => "app",
        Role.Worker => "worker",
        _ => "db",
    };
}
