using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// A hung server's kernel takes connections, and its processes do nothing: what comes back to them is not looked at, and their
/// timers end unseen. What they hold is lost when they are restarted.
/// </summary>
internal sealed class Hangs(RequestPool pool, Fleet fleet)
{
    /// <summary>A step of a request is due in a process of the role it is at. True: that hangs, and so does it.</summary>
    public bool Holds(int slot)
    {
        ref var request = ref pool[slot];
        if (!IsHung(ref request, request.At)) return false;
        request.Phase = Phase.Hung;
        return true;
    }

    /// <summary>A timer of a request ends in a process of a role. True: that hangs.</summary>
    public bool Misses(int slot, Role role) => IsHung(ref pool[slot], role.Level());

    private bool IsHung(ref Request request, int level) => fleet.HolderOf(ref request, level).Server.Hung;
}
