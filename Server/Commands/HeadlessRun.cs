using OpsGame.Simulation;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Server.Commands;

/// <summary>A scenario played by nobody, and what was measured.</summary>
/// <param name="Ticks">Since the start, the warm-up's included.</param>
/// <param name="Hash">Of the whole history, as a live drill with the same seed would have it.</param>
internal sealed record HeadlessRun(Scenario Scenario, ulong Seed, long Ticks, ulong Hash, RunReport Report, ScoreSheet Score)
{
    private static readonly Command[] Nothing = [];

    /// <summary>Runs to a moment; what the meters saw until the warm-up's end is forgotten.</summary>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static HeadlessRun Play(Scenario scenario, ulong seed, long untilNs, long warmUpNs, CancellationToken stop)
    {
        var world = new World(scenario, seed);
        var frame = world.Last;
        while (!frame.Ended && frame.NowNs < untilNs)
        {
            stop.ThrowIfCancellationRequested();
            frame = Headless.Step(world, Nothing);
            if (frame.NowNs - Nanoseconds.PerTick < warmUpNs && frame.NowNs >= warmUpNs) world.ResetMeters();
        }

        return new HeadlessRun(scenario, seed, frame.Tick, frame.Hash, world.Report(), frame.Score);
    }
}
