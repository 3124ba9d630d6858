using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>What is told of: codes of their texts.</summary>
public static class DnsEvents
{
    public static EventCode AddressAdded { get; } = new("address-added");

    public static EventCode AddressRemoved { get; } = new("address-removed");

    public static EventCode RecordTtlSet { get; } = new("record-ttl-set");
}
