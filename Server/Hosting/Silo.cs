using Orleans.Configuration;

namespace OpsGame.Server.Hosting;

/// <summary>The grains' silo, in this process.</summary>
internal static class Silo
{
    public static void AddSilo(this IHostApplicationBuilder builder)
    {
        // Nobody connects from outside, so the ports may be any: several servers run on one machine.
        var port = builder.Configuration.GetValue<int?>("Silo:Port") ?? Ports.Free();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: port, gatewayPort: 0, serviceId: "opsgame", clusterId: "opsgame");
            // A turn of an estate may calculate for a while; that is its work and no reason to warn.
            silo.Configure<SchedulingOptions>(options => options.TurnWarningLengthThreshold = TimeSpan.FromSeconds(3));
        });
    }
}
