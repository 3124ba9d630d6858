using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class DnsRefusals
{
    public static RefusalCode AddressLast { get; } = new("address-last");

    public static RefusalCode AddressListed { get; } = new("address-listed");

    public static RefusalCode AddressNotListed { get; } = new("address-not-listed");

    public static RefusalCode AddressTakesNoUsers { get; } = new("address-takes-no-users");
}
