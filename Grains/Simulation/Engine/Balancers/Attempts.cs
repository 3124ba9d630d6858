using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>A request's attempts at targets: sent, waited for, judged, and made again at the next target.</summary>
/// <param name="timeout">A target's answer is waited for no longer (Epoch: the request's life).</param>
/// <param name="again">A request is sent to the same target once more.</param>
/// <param name="raced">It came over a connection that its server had closed.</param>
internal sealed class Attempts(
    Kernel kernel, WatchStation watch, UserClass[] classes, LinkStation links, ServerStation servers, BalancerNode balancer,
    StepKind timeout, StepKind again, StepKind raced)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly Tried _tried = new();
    private readonly long _wireNs = kernel.Queue.DelayOf(links.OtherRackLane);
    private RetryBudget _budget = new();

    public void Send(int slot, int target)
    {
        ref var request = ref _pool[slot];
        request.Passes[balancer.Level].Target = target;
        // the connection that is being made leads there from now on
        if (request.ShakesHands && balancer.Level == 0) request.Pin = target;
        var chosen = balancer[target];
        chosen.Outstanding++;
        chosen.WindowArrived++;
        Call(slot, chosen);
    }

    /// <summary>Every request that is let in earns its share of a retry.</summary>
    public void Earn() => _budget.Earn(balancer.Forwarding.Retry.Budget);

    public void Reach(StepKind kind, int slot)
    {
        ref var request = ref _pool[slot];
        var target = balancer[request.Passes[balancer.Level].Target];
        if (kind == again)
        {
            target.WindowArrived++;
            Call(slot, target);
            return;
        }

        request.Failure = Cause.ConnectionClosed;
        servers.Calls.Answer(slot, target.Server, balancer.Place);
    }

    public bool Takes(StepKind kind) => kind == again || kind == raced;

    /// <summary>True: the answer has not come in time. Whoever works on it works for nobody.</summary>
    /// <param name="slot">Of the request that goes on.</param>
    public bool TimesOut(ref int slot, int life)
    {
        ref var request = ref _pool[slot];
        var pass = request.Passes[balancer.Level];
        if (request.Life != life || pass.Target < 0 || pass.Until != kernel.Now) return false;
        watch.Traces?.CutShort(ref request, balancer.Id, null, kernel.Now);
        slot = kernel.Part(slot, balancer.Place);
        _pool[slot].At = balancer.Place;
        _pool[slot].Responded = false;
        _pool[slot].Failure = Cause.ResponseTimeout;
        return true;
    }

    /// <summary>A request goes on in another slot, and waits for an answer further down.</summary>
    public void Move(int slot, int heir)
    {
        ref var request = ref _pool[heir];
        ref var pass = ref request.Passes[balancer.Level];
        if (pass.Target < 0) return;
        if (pass.Tries > 0) _tried.Move(slot, heir, pass.Tries);
        if (pass.Until > kernel.Now) kernel.Queue.At(pass.Until, timeout, heir, request.Life, 0);
    }

    /// <summary>An attempt is over. True: the request is sent on once more.</summary>
    public bool GoesOn(int slot)
    {
        ref var request = ref _pool[slot];
        ref var pass = ref request.Passes[balancer.Level];
        var forwarding = balancer.Forwarding;
        pass.Until = 0;
        if (request.Probe) return false;
        var end = AttemptEnds.Of(ref request);
        Judge(ref request, balancer[pass.Target], end);
        if (request.Failure == Cause.None || forwarding.Retry.Attempts <= pass.Tries + 1) return false;
        return !balancer.Down && !IsTied(ref request) && Covers(ref request, end) && Again(slot);
    }

    /// <summary>Its bytes are only passed on, or nobody waits for it as users do: it has one attempt and all the time.</summary>
    private bool IsTied(ref Request request) =>
        request.Probe || request.Warms != Warming.None || (request.Pin >= 0 && balancer.Level == 0);

    private void Judge(ref Request request, TargetNode target, AttemptEnd end)
    {
        var forwarding = balancer.Forwarding;
        var failed = end == AttemptEnd.Error ? forwarding.Ejection.Errors : end != AttemptEnd.Answered;
        if (failed) target.WindowFailed++;
        if (forwarding.Ejection.Failures > 0) target.Watch.Judge(failed, forwarding.Ejection, kernel.Now);
        if (forwarding.IdleTimeoutNs > 0 && end.LeavesConnection() && !IsTied(ref request))
            target.Idle.Put(kernel.Now, target.Server.Incarnation);
    }

    private bool Covers(ref Request request, AttemptEnd end)
    {
        var retry = balancer.Forwarding.Retry;
        if (!retry.Writes && !end.SentNothing() && Changes(ref request)) return false;
        return end switch
        {
            AttemptEnd.Refused => retry.Refused,
            AttemptEnd.ConnectTimeout => retry.ConnectTimeout,
            AttemptEnd.Reset => retry.Reset,
            AttemptEnd.ResponseTimeout => retry.ResponseTimeout,
            AttemptEnd.Error => retry.Errors,
            _ => false,
        };
    }

    /// <summary>It is no mere question: to ask twice is to do it twice.</summary>
    private bool Changes(ref Request request) => request.Write || classes[request.Class].Publishes is not null;

    private bool Again(int slot)
    {
        ref var request = ref _pool[slot];
        ref var pass = ref request.Passes[balancer.Level];
        var retry = balancer.Forwarding.Retry;
        var (from, next) = (pass.Target, pass.Target);
        request.Tries++;
        if (retry.Redispatch)
        {
            _tried.Add(slot, pass.Tries, from);
            next = balancer.PickAnother(request.Luck, kernel.Now, _tried.Of(slot, pass.Tries + 1));
        }

        // it does not queue: who waits already would be before it
        if (next < 0 || !balancer[next].Serving || !_budget.Spend(retry.Budget))
        {
            request.Tries--;
            return false;
        }

        pass.Tries++;
        balancer.WindowRetries++;
        Parting.Renew(ref request);
        if (retry.Redispatch)
        {
            if (request.Client >= 0) balancer.Sessions?.Keep(request.Client, next, kernel.Now);
            balancer[from].Outstanding--;
            Send(slot, next);
            return true;
        }

        request.Phase = Phase.Travelling;
        var turnAround = Math.Min(Nanoseconds.PerSecond, kernel.Queue.DelayOf(links.TimeoutLane(balancer.Place)));
        kernel.Queue.At(kernel.Now + turnAround, again, slot, request.Epoch, 0);
        return true;
    }

    private void Call(int slot, TargetNode chosen)
    {
        ref var request = ref _pool[slot];
        ref var pass = ref request.Passes[balancer.Level];
        var (forwarding, tied) = (balancer.Forwarding, IsTied(ref request));
        request.Responded = false;
        pass.Until = 0;
        if (forwarding.ResponseTimeoutNs > 0 && !tied)
        {
            pass.Until = kernel.Now + forwarding.ResponseTimeoutNs;
            kernel.Queue.AtLimit(balancer.ResponseLimit, timeout, slot, request.Life);
        }

        var door = DoorOf(ref request, chosen.Server);
        if (forwarding.IdleTimeoutNs > 0 && !tied && MeetsClosed(chosen, chosen.Server.Roles[(int)door]!))
            links.Travel(slot, null, chosen.Server.Rack, raced, 0);
        else
            servers.Calls.Call(slot, null, chosen.Server, door);
    }

    /// <summary>
    /// The server closed the connection a little ago, and this is not yet known here: of the idle time, as it is seen here, the
    /// two ways before the server's idle timeout.
    /// </summary>
    private bool MeetsClosed(TargetNode target, RoleNode role)
    {
        var (kept, closes) = (balancer.Forwarding.IdleTimeoutNs, role.IdleTimeoutNs);
        if (closes > 0) kept = Math.Min(kept, closes);
        var idle = target.Idle.Take(kernel.Now, kept, target.Server.Incarnation);
        return closes > 0 && idle >= 0 && idle >= closes - 2 * _wireNs;
    }

    private Role DoorOf(ref Request request, ServerNode server) =>
        balancer.Level == 0 && !request.Probe ? classes[request.Class].Entry : Probes.DoorOf(balancer, server);
}
