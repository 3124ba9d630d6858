using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// Requests that need a second connection of their pool while they hold one: the first has a transaction open on it, and after a
/// while the call goes out over the second. Both come back together. Where every thread holds a first one and none is left,
/// nobody ever gets a second (HikariCP, About Pool Sizing: threads × (connections − 1) + 1 are enough).
/// </summary>
internal sealed class SecondConnections(
    Kernel kernel, UserStation users, ServerStation servers, Database database, Pooler pooler, StepKind wanted)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly UserClass[] _classes = users.Classes;

    /// <summary>A request is about to take its first of two.</summary>
    public bool Wants(ref Request request) =>
        request is { Probe: false, First: 0 } && _classes[request.Class].Between is not null;

    /// <summary>There is one: with it a transaction begins, and later wants another.</summary>
    public void TakeFirst(int slot, ConnectionPool connections, DatabaseNode node)
    {
        ref var request = ref _pool[slot];
        if (connections.Open == connections.Busy)
        {
            if (node.Connections >= database.DoorLimit || !node.Up)
            {
                request.Failure = node.Up ? Cause.DbConnections : Cause.Refused;
                request.Phase = Phase.Travelling;
                servers.Leaving.Leave(slot);
                return;
            }

            connections.Open++;
            node.Connections++;
        }

        connections.Busy++;
        request.First = node.Index + 1;
        request.Phase = Phase.Waiting;
        var after = _classes[request.Class].Between!.Of(request.Luck);
        kernel.Queue.At(kernel.Now + after, wanted, slot, request.Epoch, 0);
        if (connections.Linked <= connections.Open - connections.Busy) return;
        // it is left open and idle: whoever waits at the pooler may have what is behind it
        connections.Linked--;
        pooler.Free(node, 1);
    }

    /// <summary>A request gives its first one back. The node it led to; −1: it had none.</summary>
    public int Release(ref Request request)
    {
        ref var stay = ref request.Stays[(int)Kinds.Roles.Role.App];
        return Release(ref request, stay.Station, stay.Process);
    }

    public int Release(ref Request request, int app, int process)
    {
        if (request.First == 0) return -1;
        var node = request.First - 1;
        var connections = database.Pools.Of(app, process, node);
        connections.Busy--;
        if (request.FirstLost) connections.Open--;
        (request.First, request.FirstLost) = (0, false);
        return node;
    }

    /// <summary>A node has ended, and every connection to it.</summary>
    public static void Cut(ref Request request, DatabaseNode node)
    {
        if (request.First != node.Index + 1 || request.FirstLost) return;
        request.FirstLost = true;
        node.Connections--;
    }
}
