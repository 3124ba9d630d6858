using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>What actions name that has to do with users.</summary>
public static class UsersParameters
{
    /// <summary>A class of requests; where it may be left open, or any.</summary>
    public static ParameterKind Class { get; } = new("class");

    /// <summary>Where requests come from, as the classes say.</summary>
    public static ParameterKind Source { get; } = new("source");

    /// <summary>A feature flag.</summary>
    public static ParameterKind Feature { get; } = new("feature");
}
