using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Tunnels;

/// <summary>An estate has run for ever when it begins: whoever connected before and has not gone is there.</summary>
internal sealed class TunnelPast(TunnelStation tunnels, Fleet fleet, BalancerStation? balancer, double traffic)
{
    /// <summary>Whoever came so many visits ago has gone.</summary>
    private const int Visits = 10;

    /// <summary>Numbers of users who came before the first.</summary>
    private const long First = 1L << 39;

    private int _turn;

    public void Begin()
    {
        foreach (var users in tunnels.Users) Begin(users);
    }

    private void Begin(TunnelUsers users)
    {
        var perNs = users.Class.Spec.RatePerSecond * traffic / Nanoseconds.PerSecond;
        if (perNs <= 0) return;
        double ago = 0;
        for (var number = First; ; number++)
        {
            ago += users.Gap(number) / perNs;
            if (ago > Visits * users.MeanNs) return;
            var left = users.LastsNs(number) - (long)ago;
            if (left > 0) Connect(users.Class, number, left);
        }
    }

    private void Connect(UserClass users, long number, long leftNs)
    {
        var target = balancer?.Node.Pick((ulong)number, 0) ?? -1;
        // where none has room he was not let in
        var server = balancer is null ? NextWith(users) : target >= 0 ? balancer.Node[target].Server : null;
        if (server?.Roles[users.Entry.Level()] is not { } role) return;
        var tunnel = tunnels.Hold(users.Index, number, role, target);
        if (tunnel >= 0) tunnels.Establish(tunnel, leftNs);
    }

    private ServerNode? NextWith(UserClass users)
    {
        var able = fleet.Servers.FindAll(server => server.Joined && server.Has(users.Entry));
        return able.Count == 0 ? null : able[_turn++ % able.Count];
    }
}
