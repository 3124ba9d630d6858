using System.Diagnostics;
using System.Globalization;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Benchmarks;

/// <summary>
/// What a tick of a live estate costs, part by part: its rules in a plain loop; what grains, clock and marks of progress add;
/// what its news to a server process adds; what two commands a tick add, with their log on the disk. No clients, no wire.
/// </summary>
internal static class LiveTable
{
    private const int CommandsPerTick = 2;

    private const string Balancer = "balancer";

    /// <summary>So that a few estates tick as often as many do.</summary>
    private const double Speed = 8;

    private const int HeadlessTicks = 200;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(12);

    /// <summary>Components, requests a second.</summary>
    private static readonly (int Components, double Rate)[] Sizes = [(10, 60), (60, 60)];

    /// <param name="args">How many estates; without it 10, which tick as often as 80 at usual speed.</param>
    public static async Task Print(string[] args)
    {
        var estates = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        Console.WriteLine($"\n{estates} estates; each figure: CPU µs, kB allocated a tick of an estate");
        Console.WriteLine(
            "\n| components | headless | + grains, clock, marks | + news | + 2 commands a tick, logged | all | late, ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (components, rate) in Sizes)
        {
            var scenario = Estates.OfSize(components, rate) with { DurationNs = 4 * 3600 * Nanoseconds.PerSecond };
            var headless = Headless(scenario, estates);
            await using var host = new LiveHost(scenario);
            await host.Start();
            var (grains, news, commands, late) = await Live(host, estates);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {components} | {headless} | {grains - headless} | {news - grains} | "
                + $"{commands - news} | {commands} | {late:n0} |"));
        }
    }

    private static Cost Headless(Scenario scenario, int estates)
    {
        World[] worlds = [.. Enumerable.Range(1, estates)
            .Select(seed => new World(scenario, (ulong)seed, sampleTraces: true, measured: false))];
        Step(worlds, HeadlessTicks);
        var meter = new Meter();
        Step(worlds, HeadlessTicks);
        return meter.Per(HeadlessTicks * worlds.Length);
    }

    private static void Step(World[] worlds, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
            foreach (var world in worlds) Simulation.Estates.Headless.Step(world, []);
    }

    private static async Task<(Cost Grains, Cost News, Cost Commands, double LateMs)> Live(LiveHost host, int estates)
    {
        var keys = new List<EstateKey>();
        for (var number = 1; number <= estates; number++) keys.Add(await host.Open(number));
        await Task.WhenAll(keys.Select(key => host.Grains.GetGrain<IDrillGrain>(key.Drill).Speed(Speed)));
        await Task.Delay(Warm);
        // who looks at none of them has to ask how far they came
        var (before, meter) = (await Ticks(host, keys), new Meter());
        await Task.Delay(Measured);
        var grains = meter.Per(await Ticks(host, keys) - before);

        var spectator = new Spectator();
        var reference = host.Grains.CreateObjectReference<IEstateObserver>(spectator);
        await Task.WhenAll(keys.Select(key => Estate(host, key).Watch(reference)));
        var news = await Over(spectator);
        spectator.Answer = told => Command(host, keys[(int)(told % keys.Count)], told).Ignore();
        await Task.Delay(Warm);
        var commands = await Over(spectator);
        GC.KeepAlive(reference);
        return (grains, news, commands, spectator.LateMs);
    }

    private static async Task<Cost> Over(Spectator spectator)
    {
        var (before, meter) = (spectator.Ticks, new Meter());
        await Task.Delay(Measured);
        return meter.Per(spectator.Ticks - before);
    }

    private static async Task<long> Ticks(LiveHost host, List<EstateKey> keys)
    {
        var standings = await Task.WhenAll(keys.Select(key => Estate(host, key).Standing()));
        return standings.Sum(standing => standing?.Tick ?? 0);
    }

    /// <summary>Every tick is answered with commands, as its players would.</summary>
    private static async Task Command(LiveHost host, EstateKey key, long number)
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, CommandsPerTick).Select(nth =>
        {
            var weight = (1 + ((number + nth) % 9)).ToString(CultureInfo.InvariantCulture);
            var given = new Dictionary<string, string> { ["server"] = "web-1", ["weight"] = weight };
            ActionCatalogue.Check("set-weight", given, out var args);
            return Estate(host, key).Command(new Command($"{number}-{nth}", "Ada", "set-weight", Balancer, args));
        }));
        if (receipts.FirstOrDefault(receipt => receipt.Refusal is not null) is { } refused)
            Console.WriteLine($"A command was refused: {refused.Refusal}");
    }

    private static IEstateGrain Estate(LiveHost host, EstateKey key) => host.Grains.GetGrain<IEstateGrain>(key.ToString());

    /// <summary>A server process that shows nothing to nobody.</summary>
    private sealed class Spectator : IEstateObserver
    {
        private long _ticks;

        public long Ticks => Interlocked.Read(ref _ticks);

        public double LateMs { get; private set; }

        public Action<long>? Answer { get; set; }

        public Task Tick(EstateNews news)
        {
            LateMs = Math.Max(LateMs, news.BehindMs);
            var number = Interlocked.Increment(ref _ticks);
            Answer?.Invoke(number);
            return Task.CompletedTask;
        }
    }

    private readonly record struct Cost(double Microseconds, double Kilobytes)
    {
        public static Cost operator -(Cost all, Cost part) =>
            new(all.Microseconds - part.Microseconds, all.Kilobytes - part.Kilobytes);

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Microseconds:n0}, {Kilobytes:n1}");
    }

    /// <summary>What the process uses from now on.</summary>
    private sealed class Meter
    {
        private readonly TimeSpan _cpu = Cpu;
        private readonly long _bytes = GC.GetTotalAllocatedBytes(precise: true);

        private static TimeSpan Cpu => Process.GetCurrentProcess().TotalProcessorTime;

        public Cost Per(double ticks) =>
            new((Cpu - _cpu).TotalMicroseconds / ticks, (GC.GetTotalAllocatedBytes(precise: true) - _bytes) / 1000.0 / ticks);
    }
}
