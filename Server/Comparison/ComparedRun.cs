using OpsGame.Server.Runs;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Comparison;

/// <summary>One strategy played once, with one seed, and what each of the six may have to pay with.</summary>
/// <param name="Failed">Requests, of the whole run.</param>
/// <param name="P99Ms">Of the requests answered while the rollout was under way.</param>
/// <param name="RolloutSeconds">From its first step to its last.</param>
/// <param name="ServersLeast">Healthy targets at the worst moment of the rollout.</param>
/// <param name="MemoryMost">Of the fullest server that takes users, 0–1 of its memory; at the worst moment, likewise the
/// connections.</param>
internal sealed record ComparedRun(
    int Score, long Failed, double P99Ms, double RolloutSeconds, double Spent, int ServersLeast, double MemoryMost,
    int Connections)
{
    /// <summary>Plays it to the scenario's end.</summary>
    /// <exception cref="InvalidOperationException">The strategy was refused: there would be nothing to compare.</exception>
    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static ComparedRun Play(Scenario scenario, Plan plan, ulong seed, Progress progress, CancellationToken stop)
    {
        var world = new World(scenario, seed);
        var runner = new PlanRunner(plan);
        var (before, ticks, p99, least, memory, connections) = (0L, 0L, 0.0, int.MaxValue, 0.0, 0);
        var wasUnderWay = false;
        while (!world.Last.Ended)
        {
            stop.ThrowIfCancellationRequested();
            var frame = Headless.Step(world, runner.Due(world));
            runner.Hear(frame.Events);
            progress.Step();
            var underWay = frame.Rollouts.Any(rollout => rollout.UnderWay);
            if (underWay && !wasUnderWay)
            {
                before = Failures(world);
                world.ResetMeters();
            }

            if (wasUnderWay && (!underWay || frame.Ended)) p99 = world.Report().Classes.Max(users => users.Latency.P99Ms);
            if (underWay)
            {
                ticks++;
                least = Math.Min(least, frame.Balancers.Sum(Healthy));
                memory = Math.Max(memory, Memory(frame));
                connections = Math.Max(connections, frame.DatabaseTelemetry.Sum(database => database.Connections));
            }

            wasUnderWay = underWay;
        }

        if (!runner.Outcome.Refused.IsEmpty)
            throw new InvalidOperationException($"{scenario.Id}, {plan.Id}: {runner.Outcome.Refused[0].Why.Code}");
        return new ComparedRun(
            world.Last.Score.Total, before + Failures(world), p99, Nanoseconds.ToSeconds(ticks * Nanoseconds.PerTick),
            world.Last.Service.SpentNanoDollars / 1e9, least, memory, connections);
    }

    private static long Failures(World world) => world.Report().Classes.Sum(users => users.Failed.Values.Sum());

    private static int Healthy(BalancerState balancer) =>
        balancer.Targets.Count(target => target is { Attachment: Attachment.Attached, Health: TargetHealth.Healthy });

    private static double Memory(EstateFrame frame)
    {
        var most = 0.0;
        for (var index = 0; index < frame.Servers.Length; index++)
            if (frame.Servers[index].Roles.Any(role => role.Role != Role.Db))
                most = Math.Max(most, frame.Servers[index].MemoryShare(frame.ServerTelemetry[index]));
        return most;
    }
}
