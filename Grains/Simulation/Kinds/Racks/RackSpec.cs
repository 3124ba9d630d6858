namespace OpsGame.Simulation.Kinds.Racks;

/// <param name="Zone">Racks with the same name here stand near each other; default: all of them.</param>
/// <param name="UplinkBitsPerSecond">Of each direction of its top-of-rack uplink, 1 Mbit/s – 1 Tbit/s; 0: messages never wait for
/// it.</param>
public sealed record RackSpec(
    string Id, int Units, string Zone = "", PowerFeeds Feeds = PowerFeeds.Both, double UplinkBitsPerSecond = 0)
{
    /// <summary>How messages share it; default fair.</summary>
    public UplinkDiscipline UplinkDiscipline { get; init; }
}
