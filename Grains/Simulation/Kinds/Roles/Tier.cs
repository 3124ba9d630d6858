using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Roles;

/// <summary>What a server is to its callers.</summary>
public enum Tier
{
    /// <summary>Users reach it.</summary>
    Whole,

    /// <summary>It has the application, and web servers reach it.</summary>
    App,

    /// <summary>It takes messages from the queue.</summary>
    Worker,
}

internal static class Tiers
{
    /// <summary>Which servers an order adds; logs older than the choice say nothing.</summary>
    public static Tier Of(Command order) => order.TextOr("tier", "whole") switch
    {
        "app" => Tier.App,
        "worker" => Tier.Worker,
        _ => Tier.Whole,
    };
}
