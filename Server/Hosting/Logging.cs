using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace OpsGame.Server.Hosting;

/// <summary>A readable console and a compact JSON file that never fills the disk.</summary>
internal static class Logging
{
    private const long FileBytes = 20 * 1024 * 1024;
    private const int Files = 10;

    /// <summary>What a log's name begins with; the day follows.</summary>
    private const string Name = "opsgame-";

    public static void AddLogging(this WebApplicationBuilder builder, Places places)
    {
        OwnerOnly.MakeFolder(places.Logs, $"{Name}*.json");
        builder.Services.AddSerilog((_, logger) => logger
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Error)
            // What fails comes as an exception; it would also report the question whether a new database is there.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database", LogEventLevel.Fatal)
            // They warn of one core and of a machine that slept: neither is news here.
            .MinimumLevel.Override("Orleans.Runtime.Silo", LogEventLevel.Error)
            .MinimumLevel.Override("Orleans.Runtime.Watchdog", LogEventLevel.Error)
            // What cannot be delivered fails where it was sent; news to a server that is going are lost as they may be.
            .MinimumLevel.Override("Orleans.Messaging", LogEventLevel.Fatal)
            // The hub's gate has said what failed; a flood of refused calls must not push everything else out of the log.
            .MinimumLevel.Override("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogEventLevel.Fatal)
            // Keys lie unencrypted beside the database, as protected as it is.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(
                new CompactJsonFormatter(), Path.Combine(places.Logs, $"{Name}.json"), rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: FileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: Files,
                hooks: OwnerOnly.Logs),
            // Servers in one process, as tests have them, keep their logs apart.
            preserveStaticLogger: true);
    }
}
