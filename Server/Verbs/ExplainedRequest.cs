using System.Collections.Immutable;
using OpsGame.Server.Runs;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Plans;

namespace OpsGame.Server.Verbs;

/// <summary>Every attempt of one request, as it really went.</summary>
/// <param name="Finished">False: the run ended first.</param>
/// <param name="Offered">Requests of its class that came until then.</param>
internal sealed record ExplainedRequest(
    Trial Trial, ulong Seed, RequestName Name, ImmutableArray<Trace> Attempts, bool Finished, long Offered)
{
    /// <summary>Plays until the request is finished or the trial's end.</summary>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static ExplainedRequest Play(Trial trial, ulong seed, RequestName name, CancellationToken stop)
    {
        var world = new World(trial.Scenario, seed, sampleTraces: true);
        world.TraceOnly(name.Class, name.Number);
        var most = trial.Scenario.Classes.First(users => users.Id == name.Class).Retry.Attempts;
        var runner = trial.Plan is null ? null : new PlanRunner(trial.Plan);
        var attempts = ImmutableArray.CreateBuilder<Trace>();
        var finished = false;
        while (!finished && !world.Last.Ended && world.NowNs < trial.UntilNs)
        {
            stop.ThrowIfCancellationRequested();
            var frame = Headless.Step(world, runner?.Due(world) ?? []);
            attempts.AddRange(frame.Traces);
            finished = frame.Traces.Any(trace => trace.Cause == Cause.None || trace.Attempt == most);
        }

        var offered = world.Report().Classes.First(users => users.Id == name.Class).Offered;
        return new ExplainedRequest(trial, seed, name, attempts.ToImmutable(), finished, offered);
    }
}
