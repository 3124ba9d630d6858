using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Benchmarks;

/// <summary>
/// What a tick costs, and what an estate keeps in memory, as it grows: at 500 requests a second, with alerts, score and hash.
/// Shown: with traces and a frame every tick, as of a live drill; unseen: without, as in the lab and when a board verifies.
/// The engine alone runs beside it without a control plane. An estate's bytes are those of one more of its scenario: what all
/// of them share is there already.
/// </summary>
internal static class TickTable
{
    private const double Rate = 500;

    /// <summary>Of 12 minutes, in ticks.</summary>
    private const long Drill = 12 * 60 * Nanoseconds.TicksPerSecond;

    public static void Print()
    {
        Warm();
        Console.WriteLine("\n| components | µs a tick, shown | bytes | µs a tick, unseen | bytes "
            + "| a drill of 12 min unseen, s | MB | an estate after 1 min, bytes | after 12 | its engine alone |"
            + "\n|---|---|---|---|---|---|---|---|---|---|");
        foreach (var components in (int[])[10, 60, 400]) Console.WriteLine(RowOf(Estates.OfSize(components, Rate), components));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Warm()
    {
        foreach (var step in (Action<World>[])[Show, Pass]) Go(new World(Estates.OfSize(10, Rate), seed: 1), 120, step);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string RowOf(Scenario scenario, int components)
    {
        var other = new World(scenario, seed: 1, measured: false);
        var engine = Engine(scenario);
        var unseen = Go(other, 12 * 60, Pass);
        var before = GC.GetTotalMemory(true);
        var world = new World(scenario, seed: 1, sampleTraces: true, measured: false);
        Go(world, 60, Show);
        var young = GC.GetTotalMemory(true) - before;
        var shown = Go(world, 11 * 60, Show);
        var old = GC.GetTotalMemory(true) - before;
        GC.KeepAlive(world);
        GC.KeepAlive(other);
        return string.Create(CultureInfo.InvariantCulture, $"| {components} | {shown.Micros:n0} | {shown.Bytes:n0} ")
            + string.Create(CultureInfo.InvariantCulture, $"| {unseen.Micros:n0} | {unseen.Bytes:n0} ")
            + string.Create(CultureInfo.InvariantCulture, $"| {unseen.Micros * Drill / 1e6:n2} ")
            + string.Create(CultureInfo.InvariantCulture, $"| {unseen.Bytes * Drill / 1e6:n0} ")
            + string.Create(CultureInfo.InvariantCulture, $"| {young:n0} | {old:n0} | {engine:n0} |");
    }

    private static void Show(World world) => Headless.Step(world, []);

    private static void Pass(World world) => Headless.Pass(world, []);

    /// <summary>Of a tick.</summary>
    private static (double Micros, double Bytes) Go(World world, int seconds, Action<World> step)
    {
        var ticks = seconds * Nanoseconds.TicksPerSecond;
        var (began, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        for (var tick = 0; tick < ticks; tick++) step(world);
        return (Stopwatch.GetElapsedTime(began).TotalMicroseconds / ticks,
            (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)ticks);
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
