using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What actions name that has to do with a server.</summary>
public static class ServerParameters
{
    /// <summary>One that stands there now.</summary>
    public static ParameterKind Server { get; } = new("server");

    /// <summary>One that may be bought.</summary>
    public static ParameterKind Size { get; } = new("size");

    /// <summary>A release, or what a server runs from the start.</summary>
    public static ParameterKind Version { get; } = new("version");

    /// <summary>Where a server stands.</summary>
    public static ParameterKind Rack { get; } = new("rack");
}
