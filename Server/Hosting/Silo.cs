using System.Net;
using OpsGame.Server.Settings;
using Orleans.Configuration;

namespace OpsGame.Server.Hosting;

/// <summary>The grains' silo, in this process: alone, or with those of all servers that share its PostgreSQL.</summary>
internal static class Silo
{
    private const string Cluster = "opsgame";

    /// <summary>Name under which Orleans knows the driver.</summary>
    private const string Driver = "Npgsql";

    public static void AddSilo(this IHostApplicationBuilder builder, Places places)
    {
        // Alone nobody connects from outside, and a cluster's table says where its silos are: the port may be any.
        var port = builder.Configuration.GetValue<int?>("Silo:Port") ?? Ports.Free();
        builder.UseOrleans(silo =>
        {
            if (places.Postgres is { } connection) silo.Join(connection, port, builder.Configuration["Silo:Address"]);
            else silo.UseLocalhostClustering(siloPort: port, gatewayPort: 0, serviceId: Cluster, clusterId: Cluster);
            // A turn of an estate may calculate for a while; that is its work and no reason to warn.
            silo.Configure<SchedulingOptions>(options => options.TurnWarningLengthThreshold = TimeSpan.FromSeconds(3));
        });
    }

    private static void Join(this ISiloBuilder silo, string connection, int port, string? address)
    {
        silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (Cluster, Cluster));
        if (address is null) silo.ConfigureEndpoints(port, gatewayPort: 0);
        else if (IPAddress.TryParse(address, out var own)) silo.ConfigureEndpoints(own, port, gatewayPort: 0);
        else throw new SettingException($"Silo:Address is no IP address: {address}");
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Driver, connection));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Driver, connection));
        // The default directory may let a grain live twice for a moment while a silo joins; an estate with two clocks would spoil
        // its log.
#pragma warning disable ORLEANSEXP003 // no stable API yet, but documented for this very purpose
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
        // It would hold what a silo had for half a minute after its death, lest it lives on. Here who lives on writes nothing any
        // more: estates, drills and evaluations have their owner's number in the database.
        silo.Configure<GrainDirectoryOptions>(options => options.RangeLeaseDuration = TimeSpan.FromSeconds(1));
        // Players wait for a drill whose silo died: found out within some six seconds, which a busy machine survives.
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(2);
            // Times the probes it may miss: for as long nobody gives up a silo that was heard of, be it stopped since.
            options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
            options.NumMissedProbesLimit = 3;
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            // Who was given up while it slept reads it there.
            options.TableRefreshTimeout = TimeSpan.FromSeconds(3);
        });
    }
}
