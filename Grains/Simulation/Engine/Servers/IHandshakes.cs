namespace OpsGame.Simulation.Engine.Servers;

/// <summary>What a TLS handshake takes on a server's core, in a thread of the role users meet.</summary>
internal interface IHandshakes
{
    double Work(ref Request request, ServerNode server);
}
