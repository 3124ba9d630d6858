using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpsGame.Load.Bare;

/// <summary>A hub that does nothing but send bytes to its rooms: the least a live drill can cost.</summary>
internal sealed class BareHub : Hub
{
    public Task Enter(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);

    /// <summary>bare: the server, for a run to start in a process of its own.</summary>
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Where it listens.", Required = true };
        var rooms = new Option<int>("--rooms") { Description = "Groups.", Required = true };
        var bytes = new Option<int>("--bytes") { Description = "Of a message.", Required = true };
        var command = new Command("bare", "A bare hub that sends messages to rooms four times a second; runs start it.")
        {
            url, rooms, bytes,
        };
        command.SetAction((given, cancel) =>
            Serve(given.GetValue(url)!, given.GetValue(rooms), given.GetValue(bytes), cancel));
        return command;
    }

    private static async Task Serve(string url, int rooms, int bytes, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSignalR().AddMessagePackProtocol();
        await using var app = builder.Build();
        app.MapHub<BareHub>("/hub", options => options.Transports = HttpTransportType.WebSockets);
        await app.StartAsync(cancel);
        Console.WriteLine(BareRun.Ready);
        var hub = app.Services.GetRequiredService<IHubContext<BareHub>>();
        await Task.WhenAll(Enumerable.Range(0, rooms).Select(room => Send(hub, room, (double)room / rooms, bytes, cancel)));
    }

    /// <param name="turn">Rooms are spread over the interval, as estates are.</param>
    private static async Task Send(IHubContext<BareHub> hub, int room, double turn, int bytes, CancellationToken cancel)
    {
        var message = new byte[bytes];
        new Random(room).NextBytes(message);
        await Task.Delay(Figures.Tick * turn, cancel);
        using var timer = new PeriodicTimer(Figures.Tick);
        while (await timer.WaitForNextTickAsync(cancel))
            await hub.Clients.Group(BareRun.Room(room)).SendAsync("Frame", message, cancel);
    }
}
