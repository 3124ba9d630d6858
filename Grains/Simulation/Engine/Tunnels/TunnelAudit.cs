using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Servers;

namespace OpsGame.Simulation.Engine.Tunnels;

/// <summary>Whoever holds one counts it, and no process holds more than it may, or any when it has ended.</summary>
internal static class TunnelAudit
{
    public static void Add(TunnelTable table, Fleet fleet, BalancerNode? balancer, List<string> broken)
    {
        var held = new Dictionary<(int Role, int Process), int>();
        var targets = new int[balancer?.Targets.Length ?? 0];
        for (var index = 0; index < table.Used; index++)
        {
            var tunnel = table[index];
            if (!tunnel.IsHeld) continue;
            held[(tunnel.Role, tunnel.Process)] = held.GetValueOrDefault((tunnel.Role, tunnel.Process)) + 1;
            if (tunnel.Target >= 0) targets[tunnel.Target]++;
        }

        foreach (var role in fleet.Roles)
            for (var process = 0; process < role.Tunnels.Length; process++)
                Add(role, process, held.GetValueOrDefault((role.Index, process)), broken);
        for (var target = 0; target < targets.Length; target++)
            if (balancer![target].Tunnels != targets[target])
                broken.Add($"{balancer.Id}: {balancer[target].Tunnels} long-lived connections, {targets[target]} there");
    }

    private static void Add(RoleNode role, int process, int held, List<string> broken)
    {
        var (id, limit) = (role.Server.Id, role.ConnectionLimit);
        if (role.Tunnels[process] != held) broken.Add($"{id}: {role.Tunnels[process]} long-lived connections, {held} there");
        if (limit > 0 && held > limit) broken.Add($"{id}: {held} long-lived connections of {limit}");
        if (held > 0 && role.Down[process]) broken.Add($"{id}: an ended process holds {held} long-lived connections");
    }
}
