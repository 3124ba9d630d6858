using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Looks;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A lock, who holds it and who waits for it, as somebody sees it who looks closely.</summary>
internal sealed class LockLines(Kernel kernel, UserStation users, Fleet fleet)
{
    /// <summary>Locks on a screen, and who waits for each.</summary>
    public const int LocksShown = 12;
    private const int WaitersShown = 8;

    private readonly RequestPool _pool = kernel.Pool;

    public LockLine Of(string key, int holder, int role, RequestList waiters)
    {
        ref var request = ref _pool[holder];
        var stay = request.Stays[role];
        return Of(key, users.Classes[request.Class].Spec.Id, kernel.Now - (stay.Start >= 0 ? stay.Start : stay.In), role, waiters)
            with
        {
            Write = request.Write,
            State = StateOf(ref request, role),
            From = fleet.CallerServer(ref request, Fleet.CallerOf(ref request, role))?.Id ?? "",
        };
    }

    /// <summary>Held by what is no request.</summary>
    public LockLine Of(string key, string holder, long heldNs, int role, RequestList waiters)
    {
        var queue = ImmutableArray.CreateBuilder<LockWaiter>();
        long longest = 0;
        for (var slot = waiters.First; slot != RequestPool.None; slot = _pool[slot].Next)
        {
            var waited = kernel.Now - _pool[slot].Stays[role].In;
            longest = Math.Max(longest, waited);
            if (queue.Count < WaitersShown) queue.Add(new LockWaiter(users.Classes[_pool[slot].Class].Spec.Id, waited));
        }

        return new LockLine(
            key, holder, Write: true, HolderState.Working, "", heldNs, waiters.Count, longest, queue.ToImmutable());
    }

    private HolderState StateOf(ref Request request, int role) =>
        fleet.HolderOf(ref request, role).Server.Hung ? HolderState.Hung : request.Phase switch
        {
            Phase.InLockQueue or Phase.InTableQueue => HolderState.Blocked,
            Phase.InRunQueue or Phase.InSlotQueue or Phase.ReadingDisk => HolderState.Waiting,
            _ => HolderState.Working,
        };
}
