using System.Data.Common;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.AspNetCore.SignalR;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Storage;
using OpsGame.Server.Doors;
using OpsGame.Server.Hubs;
using OpsGame.Server.Learn;
using OpsGame.Server.Plans;
using OpsGame.Server.Push;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using OpsGame.Server.Texts;
using OpsGame.Server.Verification;
using OpsGame.Server.Wire;
using Serilog;
using Serilog.Events;

namespace OpsGame.Server.Hosting;

/// <summary>serve: the game itself.</summary>
public static class ServeVerb
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>Commands are small, the largest thing anybody sends is a plan; anything larger is no client of ours.</summary>
    private const long MessageBytes = LabLimits.PlanBytes + (8 * 1024);

    /// <summary>A command is answered after its tick, so a player may have several under way.</summary>
    private const int CallsAtOnce = 10;

    /// <summary>An end in order takes a few seconds; who runs servers kills one that takes much longer than this.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(25);

    public static async Task<int> Run(string[] args)
    {
        if (await BuildOrSayWhyNot(args) is not { } built) return 1;
        await using var app = built;
        if (Ports.Taken(app.Configuration["urls"] ?? DefaultAddress) is { } taken)
        {
            await Console.Error.WriteLineAsync(
                $"Something else already listens at {taken}; choose another address with --urls http://localhost:5081");
            return 1;
        }

        await app.StartAsync();
        app.Lifetime.ApplicationStopping.Register(() => _ = EndAnyway());
        var address = app.Urls.First();
        await Console.Out.WriteLineAsync($"OpsGame is at      {address}");
        await Console.Out.WriteLineAsync($"Organiser signs in {app.Services.GetRequiredService<Organiser>().Link(address)}");
        await app.WaitForShutdownAsync();
        return Environment.ExitCode;
    }

    /// <summary>
    /// Without its database a silo tries for minutes to say goodbye. Nothing is lost by ending: what could not be saved was not
    /// acknowledged.
    /// </summary>
    private static async Task EndAnyway()
    {
        await Task.Delay(EndsWithin);
        await Console.Error.WriteLineAsync($"The server could not end in order within {EndsWithin.TotalSeconds} s; it ends now");
        Environment.Exit(1);
    }

    /// <summary>A problem an operator can fix is reported in one line, without a stack trace.</summary>
    private static async Task<WebApplication?> BuildOrSayWhyNot(string[] args)
    {
        try
        {
            return await Build(args);
        }
        catch (Exception failure)
            when (failure is SettingException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return null;
        }
        catch (Exception failure) when (failure is DbException or StorageUnavailableException)
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {failure.Message}");
            return null;
        }
    }

    /// <summary>The whole server, ready to start.</summary>
    public static async Task<WebApplication> Build(string[] args)
    {
        var builder =
            WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Places.ContentRoot() });
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls(DefaultAddress);
        builder.AddFrontDoor(builder.Configuration["urls"] ?? DefaultAddress);
        builder.Services.Configure<SocketTransportOptions>(Backlog.Bound);
        var places = Places.Of(builder.Configuration, builder.Environment.ContentRootPath);
        builder.AddLogging(places);
        AddGame(builder, places);
        var app = builder.Build();
        try
        {
            await app.Services.Migrate();
            await app.Services.GetRequiredService<Organiser>().Open(app.Configuration.GetValue<bool>("Organiser:Rotate"));
            Use(app);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void AddGame(WebApplicationBuilder builder, Places places)
    {
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(new ForwardTime(TimeProvider.System));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        // Scenarios and Plans of its own: an organisation's library instead of ours.
        var library = builder.Configuration["Library:Path"] ?? AppContext.BaseDirectory;
        services.AddSingleton(
            ScenarioLibrary.Load(Path.Combine(library, ScenarioLibrary.Folder)).With(ComparisonFiles.ReadScenarios()));
        services.AddSingleton(TextCatalogue.Embedded);
        services.AddStorage(places, Path.Combine(library, PlanLibrary.Folder)).AddSingleton<Entries>();
        builder.AddSilo(places);
        services.AddSingleton<FeedMapper>().AddSingleton<CatalogueMapper>();
        services.AddSingleton<Outlets>();
        services.AddSingleton<HubLifetimeManager<DrillHub>, OutletsOf<DrillHub>>();
        services.AddSingleton<Audience>().AddHostedService<AudienceRenewal>();
        services.AddSingleton(Retention.Of(builder.Configuration)).AddHostedService<Expiry>();
        services.AddHostedService<Waking>().AddHostedService<GivenUp>().AddHostedService<LoadReports>();
        services.AddSingleton<Refusals>().AddSingleton<SeatTokens>().AddSingleton<Seats>().AddSingleton<HubGate>();
        services.AddSingleton<LabMapper>().AddSingleton<PlanCounter>();
        services.AddSingleton<Boards>().AddSingleton<Auditing>().AddSingleton<Debriefs.Debriefs>().AddSingleton<DailyDrill>();
        services.AddHostedService(provider => provider.GetRequiredService<Auditing>());
        services.AddSingleton<LabFeed>().AddHostedService(provider => provider.GetRequiredService<LabFeed>());
        services.Configure<LabOptions>(builder.Configuration.GetSection(LabOptions.Section));
        services.Configure<DrillOptions>(builder.Configuration.GetSection(DrillOptions.Section));
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = MessageBytes;
            hub.MaximumParallelInvocationsPerClient = CallsAtOnce;
            hub.AddFilter<HubGate>();
        }).AddMessagePackProtocol(protocol => protocol.SerializerOptions = WireProtocol.Options);
        services.AddOrganiser(shared: places.Postgres is not null);
        services.AddDownloads();
        services.AddLearn(library);
        services.AddHealthChecks().AddCheck<StorageHealth>("storage").AddCheck<SiloHealth>("silo")
            .AddCheck<StoppingHealth>("stopping");
    }

    private static void Use(WebApplication app)
    {
        app.UseSerilogRequestLogging(requests =>
        {
            requests.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            requests.GetLevel = (http, _, failure) =>
                failure is not null || http.Response.StatusCode >= 500 ? LogEventLevel.Error : LogEventLevel.Debug;
        });
        app.UseFrontDoor();
        app.UseBrowserCookie();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.MapHub<DrillHub>(FrontDoor.Hub, hub =>
        {
            // Other transports keep a client without keeping its connection, which is what is counted.
            hub.Transports = HttpTransportType.WebSockets;
            Backlog.Bound(hub);
        });
        OrganiserDoor.Map(app);
        Downloads.Map(app);
        LearnDoor.Map(app);
        HealthDoor.Map(app);
        app.MapSite();
    }
}
