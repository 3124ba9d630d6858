using System.Diagnostics;
using System.Globalization;

namespace OpsGame.Load;

/// <summary>Fills drills with clients, lets them play, prints what they saw.</summary>
internal static class Swarm
{
    private const int TeamsPerDrill = 25;

    public static async Task Run(LoadPlan plan, CancellationToken cancel)
    {
        var measurements = new Measurements();
        var clients = new List<PlayerClient>();
        var players = new List<PlayerClient>();
        var laboratory = new List<PlanClient>();
        try
        {
            for (var first = 0; first < plan.Estates; first += TeamsPerDrill)
            {
                var teams =
                    Enumerable.Range(first + 1, Math.Min(TeamsPerDrill, plan.Estates - first)).Select(n => $"Team {n}").ToArray();
                var instructor = await Connect(plan, $"Host {first}", measurements, clients, cancel);
                var seat = await instructor.Create(plan.Scenario, teams, seed: first + 1);
                foreach (var team in seat.Room.Teams)
                {
                    var estate = new EstateSight();
                    for (var seatNumber = 0; seatNumber < plan.ClientsPerEstate; seatNumber++)
                    {
                        var player = await Connect(plan, $"{team.Id} {seatNumber + 1}", measurements, clients, cancel);
                        await player.Join(seat.Code, team.Id, estate);
                        players.Add(player);
                    }
                }

                await instructor.Call("Start", cancel);
            }

            await Task.WhenAll(players.Select(player => player.Look(cancel)));
            var queued = await Queue(plan, laboratory, measurements, cancel);
            await Measure(plan, players, queued, measurements, cancel);
        }
        finally
        {
            foreach (var client in clients) await client.DisposeAsync();
            foreach (var client in laboratory) await client.DisposeAsync();
        }
    }

    /// <summary>Fills the strategy lab; how many plans it took.</summary>
    private static async Task<int> Queue(
        LoadPlan plan, List<PlanClient> laboratory, Measurements measurements, CancellationToken cancel)
    {
        var taken = 0;
        for (var left = plan.Plans; left > 0; left -= PlanClient.Plans)
        {
            var client = new PlanClient(plan, measurements);
            laboratory.Add(client);
            taken += await client.Run(Math.Min(left, PlanClient.Plans), cancel);
        }

        return taken;
    }

    private static async Task<PlayerClient> Connect(
        LoadPlan plan, string name, Measurements measurements, List<PlayerClient> clients, CancellationToken cancel)
    {
        var client = new PlayerClient(plan, name, measurements);
        clients.Add(client);
        await client.Connect(cancel);
        return client;
    }

    private static async Task Measure(
        LoadPlan plan, List<PlayerClient> players, int queued, Measurements measurements, CancellationToken cancel)
    {
        var server = new ServerProcess(plan.ServerPid);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var play = players.Select((player, index) =>
            player.Play(plan.CommandEvery, plan.CommandEvery * ((double)index / players.Count), stop.Token)).ToArray();
        await Task.Delay(plan.Warmup, cancel);
        measurements.Counting = true;
        var (cpu, clock) = (server.CpuTime, Stopwatch.StartNew());
        await Task.Delay(plan.Duration, cancel);
        measurements.Counting = false;
        var seconds = clock.Elapsed.TotalSeconds;
        Print(plan, players.Count, queued, measurements, (server.CpuTime - cpu).TotalSeconds / seconds, server.MemoryBytes,
            seconds);
        await stop.CancelAsync();
        foreach (var ended in play)
        {
            try
            {
                await ended;
            }
            catch (OperationCanceledException)
            {
                // the measurement is over: this is how playing ends
            }
        }
    }

    private static void Print(
        LoadPlan plan, int clients, int queued, Measurements measured, double cpu, long memory, double seconds)
    {
        var outcome = measured.Outcomes();
        var rows = new (string Name, string Value)[]
        {
            ("estates", $"{plan.Estates}"),
            ("clients", $"{clients}"),
            ("seconds measured", Show(seconds)),
            ("commands seen done", $"{outcome.Count}"),
            ("commands refused", $"{measured.Refusals}"),
            ("send → frame p50 ms", Show(outcome.P50)),
            ("send → frame p99 ms", Show(outcome.P99)),
            ("send → frame max ms", Show(outcome.Max)),
            ("frames/s a client", Show(measured.Frames / seconds / clients)),
            ("gaps in ticks", $"{measured.Gaps}"),
            ("late beyond one tick ms", Show(measured.BehindMsMax)),
            ("bytes/s a client", Show(measured.Bytes / seconds / clients)),
            ("plans queued", $"{queued}"),
            ("seeds finished/s", Show(measured.Seeds / seconds)),
            ("server CPU cores", plan.ServerPid is null ? "give --pid" : Show(cpu)),
            ("server memory MiB", plan.ServerPid is null ? "give --pid" : Show(memory / 1048576.0)),
        };
        foreach (var (name, value) in rows) Console.WriteLine($"{name,-24} {value,12}");
    }

    private static string Show(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
