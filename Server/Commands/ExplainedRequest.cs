using System.Collections.Immutable;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Server.Commands;

/// <summary>Every attempt of one request, as it really went.</summary>
/// <param name="Finished">False: the run ended first.</param>
/// <param name="Offered">Requests of its class that came until then.</param>
internal sealed record ExplainedRequest(RunPlan Plan, ulong Seed, RequestName Name, ImmutableArray<Trace> Attempts, bool Finished, long Offered)
{
    /// <summary>Plays until the request is finished or the plan's end.</summary>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static ExplainedRequest Play(RunPlan plan, ulong seed, RequestName name, CancellationToken stop)
    {
        var world = new World(plan.Scenario, seed, sampleTraces: true);
        world.TraceOnly(name.Class, name.Number);
        var most = plan.Scenario.Classes.First(users => users.Id == name.Class).Retry.Attempts;
        var prompter = plan.Script is null ? null : new Prompter(plan.Script);
        var attempts = ImmutableArray.CreateBuilder<Trace>();
        var finished = false;
        while (!finished && !world.Last.Ended && world.NowNs < plan.UntilNs)
        {
            stop.ThrowIfCancellationRequested();
            var frame = Headless.Step(world, prompter?.Due(world) ?? []);
            attempts.AddRange(frame.Traces);
            finished = frame.Traces.Any(trace => trace.Cause == Cause.None || trace.Attempt == most);
        }

        var offered = world.Report().Classes.First(users => users.Id == name.Class).Offered;
        return new ExplainedRequest(plan, seed, name, attempts.ToImmutable(), finished, offered);
    }
}
