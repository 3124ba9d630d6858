using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace OpsGame.Load.Bare;

/// <summary>
/// As many clients, rooms, messages and bytes as in the run before, and nothing else: what the same machine needs for that.
/// </summary>
internal static class BareRun
{
    public const string Ready = "ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Room(int number) => string.Create(CultureInfo.InvariantCulture, $"room-{number}");

    public static async Task<Figures> Measure(
        LoadPlan plan, Crowd crowd, Measurements measured, CancellationToken cancel)
    {
        await crowd.DisposeAsync();
        var url = $"http://127.0.0.1:{FreePort()}";
        using var server = await Start(url, plan.Estates, (int)measured.BytesAFrame, cancel);
        var clients = new List<HubConnection>();
        try
        {
            var seats = plan.ClientsPerEstate + plan.Observers;
            for (var room = 0; room < plan.Estates; room++)
                for (var seat = 0; seat < seats; seat++) clients.Add(await Enter(url, room, cancel));
            await Task.Delay(plan.Warmup, cancel);
            return await Figures.Measure(plan with { ServerPid = server.Id }, new Measurements(), cancel);
        }
        finally
        {
            server.Kill();
            foreach (var client in clients) await client.DisposeAsync();
        }
    }

    private static async Task<HubConnection> Enter(string url, int room, CancellationToken cancel)
    {
        var client = new HubConnectionBuilder()
            .WithUrl($"{url}/hub", options =>
            {
                options.SkipNegotiation = true;
                options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
            })
            .AddMessagePackProtocol()
            .Build();
        client.On<byte[]>("Frame", _ => { });
        await client.StartAsync(cancel);
        await client.InvokeAsync("Enter", Room(room), cancel);
        return client;
    }

    private static async Task<Process> Start(string url, int rooms, int bytes, CancellationToken cancel)
    {
        string[] arguments =
        [
            typeof(BareRun).Assembly.Location, "bare", "--url", url, "--rooms", $"{rooms}", "--bytes", $"{bytes}",
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(Patience, cancel);
        return said == Ready ? process : throw new InvalidOperationException($"the bare hub did not start: {said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
