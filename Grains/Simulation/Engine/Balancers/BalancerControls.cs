using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>What the control plane changes of a balancer.</summary>
internal sealed class BalancerControls(
    BalancerStation station, Kernel kernel, UserStation users, LinkStation links, Fleet fleet, Probes probes)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly BalancerNode _balancer = station.Node;

    public BalancerNode Node => _balancer;

    public Fleet Fleet => fleet;

    public Probes Probes => probes;

    public TlsNode? Tls => station.Tls;

    public long Now => kernel.Now;

    public void Wake() => station.Wake();

    public void Follow(Forwarding forwarding) => _balancer.Follow(forwarding, kernel.Queue);

    public void Block(ImmutableArray<string> sources) => _balancer.Blocked = users.ClassesOf(sources);

    public void CutTarget(string server)
    {
        var target = _balancer.IndexOf(server);
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase is Phase.Free or Phase.Backoff || request.Passes[_balancer.Level].Target != target) continue;
            if (!Probes.IsOwn(ref request, _balancer)) Lose(slot);
        }
    }

    /// <summary>Its process ends: its connections, their handshakes and what it had passed on are lost.</summary>
    public void Cut()
    {
        _balancer.Down = true;
        _balancer.Incarnation++;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase is Phase.Free or Phase.Backoff || Probes.IsOwn(ref request, _balancer)) continue;
            if (request.Phase is Phase.InTlsQueue or Phase.ShakingHands)
            {
                if (_balancer.Level == 0) CutHandshake(slot);
            }
            else if (request.Phase == Phase.InBalancerQueue && request.At == _balancer.Place)
            {
                station.LeaveQueue(slot, Cause.Cut);
            }
            else if (request.Passes[_balancer.Level].Target >= 0)
            {
                Lose(slot);
            }
        }
    }

    private void CutHandshake(int slot)
    {
        kernel.Stop(slot);
        _pool[slot].Failure = Cause.Cut;
        links.ToUser(slot);
    }

    private void Lose(int slot)
    {
        kernel.Lose(slot, _balancer.Level);
        _pool[slot].Failure = Cause.Cut;
        _pool[slot].At = _balancer.Place;
        station.Return(slot);
    }
}
