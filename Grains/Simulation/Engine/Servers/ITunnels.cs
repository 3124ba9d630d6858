namespace OpsGame.Simulation.Engine.Servers;

/// <summary>Who keeps the connections that last.</summary>
internal interface ITunnels
{
    /// <summary>
    /// A role is done with a request; if that opens a connection, a process of the role holds it from now on. False: none of them
    /// may hold one more.
    /// </summary>
    bool Opens(int slot, RoleNode role);

    /// <summary>A process has ended, and its connections with it.</summary>
    void Ended(RoleNode role, int process);
}
