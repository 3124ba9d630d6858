using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Benchmarks;

/// <summary>
/// What a tick costs, and what an estate keeps in memory, as it grows: headless at 500 requests a second, with alerts, score,
/// hash and frame. The engine alone runs beside it without a control plane.
/// </summary>
internal static class TickTable
{
    private const double Rate = 500;

    public static void Print()
    {
        Warm();
        Console.WriteLine("\n| components | µs a tick | bytes a tick | a drill of 12 min, s "
            + "| an estate after 1 min, bytes | after 12 | its engine alone |\n|---|---|---|---|---|---|---|");
        foreach (var components in (int[])[10, 60, 400]) Console.WriteLine(RowOf(Estates.OfSize(components, Rate), components));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Warm() => Go(new World(Estates.OfSize(10, Rate), seed: 1), seconds: 60);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string RowOf(Scenario scenario, int components)
    {
        var engine = Engine(scenario);
        var before = GC.GetTotalMemory(true);
        var world = new World(scenario, seed: 1, sampleTraces: true, measured: false);
        var first = Go(world, seconds: 60);
        var young = GC.GetTotalMemory(true) - before;
        var rest = Go(world, seconds: 11 * 60);
        var old = GC.GetTotalMemory(true) - before;
        GC.KeepAlive(world);
        var ticks = 11 * 60 * Nanoseconds.TicksPerSecond;
        var drill = (first.Time + rest.Time).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture,
            $"| {components} | {rest.Time.TotalMicroseconds / ticks:n0} | {rest.Bytes / ticks:n0} | {drill:n2} ")
            + string.Create(CultureInfo.InvariantCulture, $"| {young:n0} | {old:n0} | {engine:n0} |");
    }

    private static (TimeSpan Time, long Bytes) Go(World world, int seconds)
    {
        var until = world.NowNs + seconds * Nanoseconds.PerSecond;
        var (began, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        while (world.NowNs < until) Headless.Step(world, []);
        return (Stopwatch.GetElapsedTime(began), GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Engine(Scenario scenario)
    {
        var before = GC.GetTotalMemory(true);
        var plane = new DataPlane(scenario, seed: 1, sampleTraces: false, measured: false);
        for (var second = 1; second <= 60; second++)
        {
            plane.RunUntil(second * Nanoseconds.PerSecond);
            plane.RollWindows();
            plane.Outcomes.Clear();
        }

        var bytes = GC.GetTotalMemory(true) - before;
        GC.KeepAlive(plane);
        return bytes;
    }
}
