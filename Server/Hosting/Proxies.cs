using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using OpsGame.Server.Doors;
using OpsGame.Server.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace OpsGame.Server.Hosting;

/// <summary>Which proxies are trusted about where a request came from; anybody else could claim anything.</summary>
internal sealed class Proxies(ImmutableArray<IPNetwork> known)
{
    private const string Setting = "Proxies:Known";

    public bool Any => known.Length > 0;

    /// <summary>Addresses and networks, with commas between them.</summary>
    public static Proxies Of(IConfiguration configuration)
    {
        const StringSplitOptions Words = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        return new Proxies([.. (configuration[Setting] ?? "").Split(',', Words).Select(Read)]);
    }

    public bool Know(IPAddress? address) =>
        address is not null && known.Any(network => network.Contains(Addresses.Plain(address)));

    /// <summary>From here on a request comes from whom the proxies say it comes from.</summary>
    public void Use(IApplicationBuilder app)
    {
        // With nobody on its list the middleware believes everybody.
        if (!Any) return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    private static IPNetwork Read(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var one))
            return new IPNetwork(one, one.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        throw new SettingException(
            $"{Setting} names addresses and networks (10.0.0.7, 10.1.0.0/16), with commas between them; this is neither: {text}");
    }
}
