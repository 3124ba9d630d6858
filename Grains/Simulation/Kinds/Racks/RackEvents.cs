using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>What is told of: codes of their texts.</summary>
public static class RackEvents
{
    public static EventCode CacheBought { get; } = new("cache-bought");

    public static EventCode PowerBack { get; } = new("rack-power-back");

    public static EventCode PowerLost { get; } = new("rack-power-lost");

    public static EventCode ReplicaBought { get; } = new("replica-bought");

    public static EventCode ServerBought { get; } = new("server-bought");

    public static EventCode UplinkBack { get; } = new("rack-uplink-back");

    public static EventCode UplinkLost { get; } = new("rack-uplink-lost");
}
