using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>
/// Requests that follow from what was before: who has written looks again, who was cut connects anew, who is connected says
/// something.
/// </summary>
/// <param name="send">A request goes out.</param>
internal sealed class Following(Kernel kernel, OutcomeLedger outcomes, StepKind send)
{
    private readonly RequestPool _pool = kernel.Pool;

    /// <summary>Who has written looks at it after a while.</summary>
    public void ReadBack(UserClass users, long number, int key, long wroteAt)
    {
        var slot = _pool.Take();
        if (slot == RequestPool.None) return;
        users.Offer();
        ref var request = ref _pool[slot];
        (request.Class, request.Number, request.Attempt, request.Key) = (users.Index, ~number, 1, key);
        request.WroteAt = wroteAt;
        Wait(slot, users.ReadsBack!.Of((ulong)number));
    }

    /// <summary>Who was cut connects anew after a while.</summary>
    public void ComeBack(UserClass users, long number, long afterNs)
    {
        if (Begin(users, number + Request.Again) is var slot and not RequestPool.None) Wait(slot, afterNs);
    }

    /// <param name="tunnel">The connection it goes over (+ 1); likewise its life, and the target it leads to.</param>
    public void Say(UserClass users, int tunnel, int life, int target)
    {
        var slot = Begin(users, users.NextNumber++);
        if (slot == RequestPool.None) return;
        ref var request = ref _pool[slot];
        (request.Tunnel, request.TunnelLife, request.Pin) = (tunnel, life, target);
        request.Born = kernel.Now;
        kernel.Step(send, slot, 0);
    }

    private int Begin(UserClass users, long number)
    {
        users.Offer();
        var slot = _pool.Take();
        if (slot == RequestPool.None)
        {
            users.Fail(Cause.Shed);
            outcomes.AddFailure(users.Index, Cause.Shed);
            return slot;
        }

        ref var request = ref _pool[slot];
        (request.Class, request.Number, request.Attempt) = (users.Index, number, 1);
        users.Ask(ref request);
        return slot;
    }

    private void Wait(int slot, long afterNs)
    {
        ref var request = ref _pool[slot];
        request.Born = kernel.Now + afterNs;
        request.Phase = Phase.Backoff;
        kernel.Queue.At(request.Born, send, slot, request.Epoch, 0);
    }
}
