using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace OpsGame.Server.Hosting;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    /// <summary>A port nobody listens at now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The first of these addresses somebody listens at already, or null.</summary>
    public static string? Taken(string urls)
    {
        var listening =
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(point => point.Port).ToHashSet();
        return urls.Split(';')
            .FirstOrDefault(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && listening.Contains(address.Port));
    }
}
