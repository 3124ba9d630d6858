namespace OpsGame.Simulation.Engine;

/// <summary>Where a user's packets go: a server (its index, 0 or more), the balancer or the edge.</summary>
internal static class Address
{
    public const int None = -1;
    public const int Balancer = -2;
    public const int Edge = -3;
}
