using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using OpsGame.Grains;
using OpsGame.Server.Doors;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Hosting;

/// <summary>The limits between the network and the game: hosts, connections, sizes, idle times.</summary>
internal static class FrontDoor
{
    /// <summary>Where players connect.</summary>
    public const string Hub = "/hub";

    /// <summary>People who may come in at once from one address, however few calls it may make.</summary>
    private const int ClassRoom = 100;

    /// <summary>What comes by other ways than the hub is a token.</summary>
    private const long BodyBytes = 64 * 1024;

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HttpsOnly = TimeSpan.FromDays(365);
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddFrontDoor(this WebApplicationBuilder builder, string urls)
    {
        var (configuration, services) = (builder.Configuration, builder.Services);
        var (limits, proxies) = (LineLimits.Of(configuration, LineLimits.Descriptors()), Proxies.Of(configuration));
        services.AddSingleton(limits).AddSingleton(proxies);
        services.AddSingleton<SocketTransportFactory>().AddSingleton<Lines>();
        services.AddSingleton<IConnectionListenerFactory>(provider => provider.GetRequiredService<Lines>());
        services.AddHostedService(provider => provider.GetRequiredService<Lines>());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
            kestrel.Limits.KeepAliveTimeout = limits.Idle;
        });
        services.AddHsts(https => https.MaxAge = HttpsOnly);
        // A page elsewhere could give this machine a name of its own and so read what is served here to this machine alone.
        if (configuration["AllowedHosts"] is null && !proxies.Any && IsForThisMachineOnly(configuration, urls))
            services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = OwnNames);
    }

    public static void UseFrontDoor(this WebApplication app)
    {
        app.Services.GetRequiredService<Proxies>().Use(app);
        app.UseHsts();
        app.UseShield();
        app.UseHubLimit();
    }

    /// <summary>By what they say of themselves: behind a proxy the connections below all come from it.</summary>
    private static void UseHubLimit(this WebApplication app)
    {
        var open = new Tally(app.Services.GetRequiredService<LineLimits>().PerAddress);
        // Each that is prepared is kept for some seconds, though nobody may ever come by it.
        var calls = app.Services.GetRequiredService<IOptions<DrillOptions>>().Value.CallsPerAddress;
        var prepared = new Allowances(
            app.Services.GetRequiredService<TimeProvider>(), Math.Max(ClassRoom, 2 * calls), Math.Max(ClassRoom / 5, calls));
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Hub), hub => hub.Use(async (http, next) =>
        {
            var address = Addresses.Of(http);
            if ((HttpMethods.IsPost(http.Request.Method) && !prepared.Take(address)) || !open.Enter(address))
            {
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            }

            try
            {
                await next(http);
            }
            finally
            {
                open.Leave(address);
            }
        }));
    }

    private static bool IsForThisMachineOnly(ConfigurationManager configuration, string urls) =>
        configuration["http_ports"] is null && configuration["https_ports"] is null
        && !configuration.GetSection("Kestrel:Endpoints").Exists()
        && urls.Split(';').All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);
}
