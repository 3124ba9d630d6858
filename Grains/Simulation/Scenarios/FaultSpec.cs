using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Scenarios;

public enum FaultKind
{
    /// <summary>A rack loses power: its servers are gone until it returns, then boot.</summary>
    RackPower,

    /// <summary>A rack's uplink is cut: its servers run on, but nothing comes in or goes out.</summary>
    RackUplink,

    /// <summary>A power feed (A or B) fails: racks that have no other go dark.</summary>
    FeedPower,

    /// <summary>A server's processes accept requests and never finish them; only a restart helps.</summary>
    ServerHang,

    /// <summary>A server's processes die; the supervisor starts them again after the restart time.</summary>
    ServerCrash,

    /// <summary>One process of a server dies with what it holds; its supervisor starts it again after the restart time.</summary>
    ProcessCrash,

    /// <summary>A server's cores work slower by Amount (2: half speed).</summary>
    ServerSlow,

    /// <summary>The database's work takes Amount times as long.</summary>
    DatabaseSlow,

    /// <summary>Writes reach the database's replicas after Amount times the lag.</summary>
    ReplicationLag,

    /// <summary>A firewall rule drops what a sender sends to a server; opening it (or the fault's end) helps.</summary>
    Firewall,

    /// <summary>Debug logging left on: every request on a server logs Amount times as much.</summary>
    LogFlood,

    /// <summary>The balancer's process dies with all its connections; the supervisor starts it again after the restart time.</summary>
    BalancerCrash,

    /// <summary>Traffic times Amount.</summary>
    TrafficSurge,
}

/// <summary>A fault of the schedule (or of an instructor): a physical parameter changes, the outcome follows.</summary>
/// <param name="ForNs">How long; a hang stays until a restart.</param>
/// <param name="Role">Of the process that crashes; likewise Process: its number, from 1.</param>
/// <param name="From">Whose requests a firewall drops.</param>
public sealed record FaultSpec(
    FaultKind Kind, string Target, long AtNs, long ForNs, double Amount,
    Role Role = Role.App, int Process = 1, Sender From = Sender.Any);
