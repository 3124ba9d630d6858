using System.Globalization;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Packing;
using OpsGame.Server.Push;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Benchmarks;

/// <summary>
/// What a client of an estate is sent a tick, by part of the frame, with every core half busy: the mean of a simulated minute
/// after one of warming up. A part alone is its own frame with nothing else in it, so parts add up to a little more.
/// </summary>
internal static class WireTable
{
    private const int Ticks = 60 * Nanoseconds.TicksPerSecond;

    private static readonly (string Name, Func<Frame, Frame, Frame> Alone)[] Parts =
    [
        ("servers", (told, now) => told with { Servers = now.Servers }),
        ("balancers", (told, now) => told with { Balancers = now.Balancers }),
        ("databases", (told, now) => told with { Databases = now.Databases }),
        ("caches", (told, now) => told with { Caches = now.Caches }),
        ("racks", (told, now) => told with { Racks = now.Racks }),
        ("classes", (told, now) => told with { Classes = now.Classes, Service = now.Service }),
        ("applies", (told, now) => told with { Applies = now.Applies }),
        ("score", (told, now) => told with { Score = now.Score }),
        ("alerts", (told, now) => told with { Alerts = now.Alerts }),
        ("events", (told, now) => told with { Events = now.Events }),
        ("traces", (told, now) => told with { Traces = now.Traces }),
    ];

    public static void Print()
    {
        var sizes = new[] { (Components: 10, Rate: 300), (Components: 60, Rate: 2500) };
        var measured = sizes.Select(size => Measure(Estates.OfSize(size.Components, size.Rate))).ToArray();
        Console.WriteLine($"\n| bytes a patch | {string.Join(" | ", sizes.Select(size => $"{size.Components} components"))} |");
        Console.WriteLine($"|---|{string.Concat(sizes.Select(_ => "---|"))}");
        for (var row = 0; row < measured[0].Count; row++)
        {
            var values = measured.Select(column => column[row].Value.ToString("n0", CultureInfo.InvariantCulture));
            Console.WriteLine($"| {measured[0][row].Name} | {string.Join(" | ", values)} |");
        }
    }

    private static List<(string Name, double Value)> Measure(Scenario scenario)
    {
        var world = new World(scenario, seed: 1, sampleTraces: true, measured: false);
        for (var tick = 0; tick < Ticks; tick++) Headless.Step(world, []);
        var mapper = new FrameMapper(new EstateKey("drill", "team"), scenario);
        var first = Next(world, mapper);
        Frame[] frames = [.. Enumerable.Range(0, Ticks).Select(_ => Next(world, mapper))];
        var lengths = Lengths(first, frames);
        var quiet = first with { Events = [], Traces = [] };
        return
        [
            ("**all**", lengths.Average()), ("most", lengths.Max()),
            .. Parts.Select(part => (part.Name, Lengths(quiet, frames.Select(now => part.Alone(quiet, now))).Average())),
            ("full frame", new FramePacker(frames[^1], series: 1).Whole([]).Length),
            ("bytes a second", lengths.Average() * Nanoseconds.TicksPerSecond), ("µs CPU to pack", PackingUs(first, frames)),
        ];
    }

    private static List<int> Lengths(Frame first, IEnumerable<Frame> frames)
    {
        var packer = new FramePacker(first, series: 1);
        return [.. frames.Select(frame => packer.Next(frame).Length)];
    }

    /// <summary>By the process's CPU time, so that it holds on a busy machine; after rounds enough to be compiled.</summary>
    private static double PackingUs(Frame first, Frame[] frames)
    {
        const int Warming = 20, Rounds = 20;
        for (var round = 0; round < Warming; round++) Lengths(first, frames);
        var before = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < Rounds; round++) Lengths(first, frames);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Rounds / frames.Length;
    }

    private static Frame Next(World world, FrameMapper mapper)
    {
        var frame = Headless.Step(world, []);
        return mapper.Of(
            new EstateNews(frame, EstateStatus.Running, 1, 0, world.Applying(), Epoch: 1),
            [.. frame.Events.Select(FeedMapper.View)], TraceSample.Of(frame.Traces));
    }
}
