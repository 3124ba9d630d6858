using System.Collections.Immutable;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Runs;

/// <summary>A scenario played without commands or by a plan, and its measurements.</summary>
/// <param name="Ticks">Since the start, the warm-up's included.</param>
/// <param name="Hash">Of the whole history, as a live drill with the same seed and commands would have it.</param>
/// <param name="Service">One point every 10 simulated seconds.</param>
/// <param name="Plan">What became of the plan's steps; null without one.</param>
internal sealed record HeadlessRun(
    Scenario Scenario,
    ulong Seed,
    long Ticks,
    ulong Hash,
    RunReport Report,
    ScoreSheet Score,
    long SpentNanoDollars,
    ImmutableArray<ServicePoint> Service,
    PlanOutcome? Plan)
{
    public required Trial Trial { get; init; }

    /// <summary>What the trial asked for beside the measurements.</summary>
    public required Recording Recording { get; init; }

    private const long PointEveryNs = 10 * Nanoseconds.PerSecond;

    /// <summary>Runs a trial to its end.</summary>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static HeadlessRun Play(Trial trial, ulong seed, Progress progress, CancellationToken stop)
    {
        var world = new World(trial.Scenario, seed);
        var runner = trial.Plan is null ? null : new PlanRunner(trial.Plan);
        var service = ImmutableArray.CreateBuilder<ServicePoint>();
        var recording = new Recording(trial.Events, trial.Series);
        while (!world.Ended && world.NowNs < trial.UntilNs)
        {
            stop.ThrowIfCancellationRequested();
            Headless.Pass(world, runner?.Due(world) ?? []);
            runner?.Hear(world.Told);
            recording.Hear(world);
            if (world.NowNs - Nanoseconds.PerTick < trial.WarmUpNs && world.NowNs >= trial.WarmUpNs) world.ResetMeters();
            if (world.NowNs % PointEveryNs == 0)
                service.Add(new ServicePoint(world.NowNs, world.Last.Service.Level, world.Last.Service.NanoDollarsPerHour));
            progress.Step();
        }

        var frame = world.Last;
        return new HeadlessRun(
            trial.Scenario, seed, frame.Tick, frame.Hash, world.Report(), frame.Score, frame.Service.SpentNanoDollars,
            service.ToImmutable(), runner?.Outcome)
        {
            Trial = trial, Recording = recording,
        };
    }

    /// <summary>The same trial with many seeds, on all cores; in the order of the seeds, whoever was ready first.</summary>
    /// <exception cref="OperationCanceledException">None of them is of use then.</exception>
    public static ImmutableArray<HeadlessRun> PlayAll(
        Trial trial, ImmutableArray<ulong> seeds, int cores, Progress progress, CancellationToken stop)
    {
        var runs = new HeadlessRun[seeds.Length];
        var crew = new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = stop };
        Parallel.For(0, seeds.Length, crew, index => runs[index] = Play(trial, seeds[index], progress, stop));
        return [.. runs];
    }
}
