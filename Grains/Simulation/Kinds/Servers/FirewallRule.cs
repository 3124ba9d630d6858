using OpsGame.Simulation.Chance;
namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>Who sends something to a server, as a firewall rule knows them.</summary>
public enum Sender
{
    Any,

    /// <summary>And the balancer between them.</summary>
    Users,
    Web,
    App,
}

/// <summary>Traffic from one sender is dropped until EndsNs (0: until the firewall is opened).</summary>
[GenerateSerializer, Immutable]
public sealed record FirewallRule(Sender From, long EndsNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)From);
        hash.Add(EndsNs);
    }
}
