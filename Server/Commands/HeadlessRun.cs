using System.Collections.Immutable;
using OpsGame.Simulation;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Server.Commands;

/// <summary>A scenario played by nobody or by a script, and what was measured.</summary>
/// <param name="Ticks">Since the start, the warm-up's included.</param>
/// <param name="Hash">Of the whole history, as a live drill with the same seed and commands would have it.</param>
/// <param name="Service">One point every 10 simulated seconds.</param>
/// <param name="Script">What became of the script's commands; null without one.</param>
internal sealed record HeadlessRun(
    Scenario Scenario,
    ulong Seed,
    long Ticks,
    ulong Hash,
    RunReport Report,
    ScoreSheet Score,
    long SpentNanoDollars,
    ImmutableArray<ServicePoint> Service,
    ScriptOutcome? Script)
{
    private const long PointEveryNs = 10 * Nanoseconds.PerSecond;

    /// <summary>Runs a plan to its end.</summary>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static HeadlessRun Play(RunPlan plan, ulong seed, Progress progress, CancellationToken stop)
    {
        var world = new World(plan.Scenario, seed);
        var prompter = plan.Script is null ? null : new Prompter(plan.Script);
        var service = ImmutableArray.CreateBuilder<ServicePoint>();
        var frame = world.Last;
        while (!frame.Ended && frame.NowNs < plan.UntilNs)
        {
            stop.ThrowIfCancellationRequested();
            frame = Headless.Step(world, prompter?.Due(world) ?? []);
            prompter?.Hear(frame);
            if (frame.NowNs - Nanoseconds.PerTick < plan.WarmUpNs && frame.NowNs >= plan.WarmUpNs) world.ResetMeters();
            if (frame.NowNs % PointEveryNs == 0)
                service.Add(new ServicePoint(frame.NowNs, frame.Service.Level, frame.Service.NanoDollarsPerHour));
            progress.Step();
        }

        return new HeadlessRun(
            plan.Scenario, seed, frame.Tick, frame.Hash, world.Report(), frame.Score, frame.Service.SpentNanoDollars,
            service.ToImmutable(), prompter?.Outcome);
    }

    /// <summary>The same plan with many seeds, on all cores; in the order of the seeds, whoever was ready first.</summary>
    /// <exception cref="OperationCanceledException">None of them is of use then.</exception>
    public static ImmutableArray<HeadlessRun> PlayAll(
        RunPlan plan, ImmutableArray<ulong> seeds, int cores, Progress progress, CancellationToken stop)
    {
        var runs = new HeadlessRun[seeds.Length];
        var crew = new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = stop };
        Parallel.For(0, seeds.Length, crew, index => runs[index] = Play(plan, seeds[index], progress, stop));
        return [.. runs];
    }
}
