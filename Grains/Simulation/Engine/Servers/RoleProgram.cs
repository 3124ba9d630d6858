using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// What runs in the processes of a role: what it does with a request before and after a core has worked for it.
/// </summary>
internal abstract class RoleProgram(Leaving leaving, Threads threads)
{
    /// <summary>All its work takes so many times as long.</summary>
    public double Slow { get; set; } = 1;

    protected Leaving Leaving { get; } = leaving;

    /// <summary>A request is at the door of a server that answers.</summary>
    public virtual void Enter(int slot, RoleNode role) => threads.Take(slot, role);

    /// <summary>A core has done its work for a request.</summary>
    public abstract void Worked(int slot, RoleNode role);

    /// <summary>A request has left, and gives back what it held.</summary>
    public virtual void Left(int slot, RoleNode role, in Stay stay, Cause cause) => Leaving.FreeThread(role, stay.Process);

    public virtual void Started(RoleNode role, int process)
    {
    }

    public virtual void Ended(RoleNode role, int process)
    {
    }
}
