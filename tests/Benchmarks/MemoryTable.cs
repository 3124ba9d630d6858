using System.Globalization;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Time;

namespace OpsGame.Benchmarks;

/// <summary>What is alive after each of four simulated hours at 500 requests a second: the same, or something grows.</summary>
internal static class MemoryTable
{
    public static void Print()
    {
        var world = new World(Estates.OfSize(10, 500), seed: 1, sampleTraces: true, measured: false);
        Console.WriteLine("\n| simulated hours | live bytes | requests |\n|---|---|---|");
        for (var hour = 1; hour <= 4; hour++)
        {
            while (world.NowNs < hour * 3600 * Nanoseconds.PerSecond) Headless.Step(world, []);
            var requests = world.Report().Classes.Sum(users => users.Offered);
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"| {hour} | {GC.GetTotalMemory(true):n0} | {requests:n0} |"));
        }

        GC.KeepAlive(world);
    }
}
