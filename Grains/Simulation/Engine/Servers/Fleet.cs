using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>All servers there ever were, the processes of their roles, and what runs in those.</summary>
internal sealed class Fleet
{
    /// <summary>For look-ups only, never enumerated: its order is undefined.</summary>
    private readonly Dictionary<string, ServerNode> _byId = new(StringComparer.Ordinal);

    public readonly List<ServerNode> Servers = [];

    /// <summary>Generations of roles' processes; a <see cref="Stay"/> names one by its place here.</summary>
    public ImmutableArray<RoleNode> Roles { get; private set; } = [];

    /// <summary>Of every role of every server.</summary>
    public readonly List<(StationMeter Meter, ServerNode Server, Role Role)> Meters = [];

    /// <summary>What runs in a role's processes, by role.</summary>
    public readonly RoleProgram[] Programs = new RoleProgram[4];

    /// <summary>Null: no connections last.</summary>
    public ITunnels? Tunnels { get; set; }

    public ServerNode this[string id] => _byId[id];

    public bool Has(string id) => _byId.ContainsKey(id);

    public void Add(ServerNode server)
    {
        Servers.Add(server);
        _byId.Add(server.Id, server);
    }

    public void Add(RoleNode role) => Roles = Roles.Add(role);

    public RoleProgram ProgramOf(RoleNode role) => Programs[(int)role.Role];

    /// <summary>The processes of a role that hold a request.</summary>
    public RoleNode HolderOf(ref Request request, int role) => Roles[request.Stays[role].Station];

    /// <summary>The server of a role that calls; null: it is no role that does.</summary>
    public ServerNode? CallerServer(ref Request request, int caller) =>
        caller is < 0 or >= Request.AtInner ? null : HolderOf(ref request, caller).Server;

    /// <summary>The server that called a role; null: no role did.</summary>
    public ServerNode? ServerCalling(ref Request request, Role role) =>
        CallerServer(ref request, CallerOf(ref request, role.Level()));

    /// <summary>Who waits for a role's answer.</summary>
    public static int CallerOf(ref Request request, int role)
    {
        if (role > (int)Role.App && request.Stays[(int)Role.App].Station >= 0) return (int)Role.App;
        if (request.Message != 0) return Request.AtQueue;
        if (role == (int)Role.App && request.Passes[1].Target >= 0) return Request.AtInner;
        if (role > (int)Role.Web && request.Stays[(int)Role.Web].Station >= 0) return (int)Role.Web;
        if (request.Own != 0) return Request.AtServer;
        return request.Passes[0].Target >= 0 ? Request.AtBalancer : request.InEdge ? Request.AtEdge : Request.AtUser;
    }

    /// <summary>Null: it has ended meanwhile.</summary>
    public RoleNode? GenerationOf(string server, int generation)
    {
        var node = this[server];
        return node.Roles.Concat(node.Others).FirstOrDefault(role => role?.Generation == generation);
    }

    /// <summary>The first role on a server that holds a request; −1: none.</summary>
    public int LowestOn(ref Request request, ServerNode server)
    {
        for (var level = 0; level < 3; level++)
        {
            var role = request.Stays[level].Station;
            if (role >= 0 && ReferenceEquals(Roles[role].Server, server)) return level;
        }

        return -1;
    }
}
