using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>What the control plane changes of a balancer.</summary>
internal sealed class BalancerCommands(
    BalancerStation station, Kernel kernel, UserStation users, LinkStation links, Fleet fleet, Probes probes)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly BalancerNode _balancer = station.Node;

    public bool Apply(Directive directive) => ApplyToTargets(directive) || ApplyToTraffic(directive) || ApplyToProcess(directive);

    private bool ApplyToTargets(Directive directive)
    {
        switch (directive)
        {
            case SetTarget set when IsMe(set.Balancer):
                _balancer.Set(fleet[set.Server], set.Serving, set.Fresh, kernel.Now, set.Keeps);
                station.Wake();
                return true;
            case CutTarget cut when IsMe(cut.Balancer):
                CutTarget(_balancer.IndexOf(cut.Server));
                return true;
            case SetWeight set when IsMe(set.Balancer):
                _balancer.Weigh(set.Server, set.Weight);
                return true;
            case SendProbe probe when IsMe(probe.Balancer):
                probes.Send(probe);
                return true;
            case RemoveServer remove when _balancer.IndexOf(remove.Server) >= 0:
                _balancer.Set(fleet[remove.Server], serves: false, fresh: false, kernel.Now);
                return true;
            default:
                return false;
        }
    }

    private bool ApplyToTraffic(Directive directive)
    {
        switch (directive)
        {
            case SetAlgorithm set when IsMe(set.Balancer):
                _balancer.Algorithm = set.Algorithm;
                return true;
            case SetRateLimit set when IsMe(set.Balancer):
                _balancer.RateLimit = set.PerSecond;
                return true;
            case SetLimits set when IsMe(set.Balancer):
                _balancer.Limits = set.Limits;
                station.Wake();
                return true;
            case SetForwarding set when IsMe(set.Balancer):
                _balancer.Follow(set.Forwarding, kernel.Queue);
                return true;
            case SetBlocked set when IsMe(set.Component):
                _balancer.Blocked = users.ClassesOf(set.Sources);
                return true;
            case SetHandshakeLimit set when IsMe(set.Balancer):
                if (station.Tls is { } tls) tls.Gate.PerSecond = set.PerSecond;
                return true;
            default:
                return false;
        }
    }

    private bool ApplyToProcess(Directive directive)
    {
        switch (directive)
        {
            case CutBalancer cut when IsMe(cut.Balancer):
                Cut();
                return true;
            case StartBalancer start when IsMe(start.Balancer):
                _balancer.Down = false;
                return true;
            default:
                return false;
        }
    }

    private bool IsMe(string id) => id == _balancer.Id;

    private void CutTarget(int target)
    {
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase is Phase.Free or Phase.Backoff || request.Passes[_balancer.Level].Target != target) continue;
            if (!Probes.IsOwn(ref request, _balancer)) Lose(slot);
        }
    }

    /// <summary>Its process ends: its connections, their handshakes and what it had passed on are lost.</summary>
    private void Cut()
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
