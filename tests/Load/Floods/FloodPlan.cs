using System.Net;

namespace OpsGame.Load.Floods;

/// <summary>
/// Which server is attacked, and for how long by each flood. MemoryMiB: what the server may take at most meanwhile; looked at
/// where its process is known.
/// </summary>
internal sealed record FloodPlan(Uri Server, string Scenario, TimeSpan Lasts, int? ServerPid, int MemoryMiB)
{
    /// <summary>Floods come from another address than the innocent, where the loopback has more than one.</summary>
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.66");

    public IPAddress Address =>
        IPAddress.TryParse(Server.Host.Trim('[', ']'), out var address) ? address : IPAddress.Loopback;

    public IPEndPoint Target => new(Address, Server.Port);

    public IPEndPoint Source => new(Address.Equals(IPAddress.IPv6Loopback) ? Address : Elsewhere, 0);

    /// <summary>Null: it may be attacked.</summary>
    public static string? Objection(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme != Uri.UriSchemeHttp ? $"{url} is no http address."
        : !server.IsLoopback ? $"{server.Host} is not this machine: floods are for a server of one's own, on the loopback."
        : null;
}
