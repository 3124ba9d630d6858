namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What hands users' requests on to servers, as far as they know it.</summary>
internal interface IHandsOn
{
    bool IsAttached(string server);
}
