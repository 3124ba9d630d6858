using System.Collections.Immutable;
using OpsGame.Grains.Storage;
using OpsGame.Server.Blame;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Runs;

/// <summary>A command that was carried out, and what was told of it.</summary>
internal sealed record Move(Command Given, DomainEvent Told);

/// <summary>A drill once more, second by second: what was lost when, and what was done about it.</summary>
/// <param name="Levels">Service level of each second (of its last ten), 0–1.</param>
/// <param name="Lost">Points of the service part lost by the end of each second; the last is the whole loss.</param>
/// <param name="Told">Of commands and alerts, in order of time.</param>
/// <param name="Wrong">What was really wrong in it, and what was lost by it; of a plan's run nobody asks.</param>
/// <param name="Other">Lost while nothing was wrong.</param>
/// <param name="Loss">All of it, as the score counts.</param>
internal sealed record PlayedRun(
    EstateFrame Last, ImmutableArray<double> Levels, ImmutableArray<double> Lost, ImmutableArray<Move> Moves,
    ImmutableArray<DomainEvent> Told, ImmutableArray<Blamed> Wrong, double Other, double Loss)
{
    /// <summary>As it was logged.</summary>
    public static PlayedRun OfLog(Scenario scenario, ulong seed, LoggedEstate logged, long ticks, CancellationToken stop)
    {
        var entries = logged.Entries.ToDictionary(entry => entry.Tick, entry => entry.Commands);
        return Play(
            new World(scenario, seed, sampleTraces: true, measured: false),
            world => entries.GetValueOrDefault(world.Tick + 1, []), _ => { }, new Blaming(scenario), ticks, stop);
    }

    /// <summary>By a plan, on the same luck and for as long.</summary>
    public static PlayedRun OfPlan(Scenario scenario, ulong seed, Plan plan, long ticks, CancellationToken stop)
    {
        var runner = new PlanRunner(plan);
        return Play(
            new World(scenario, seed, measured: false), runner.Due, frame => runner.Hear(frame.Events), null, ticks, stop);
    }

    /// <summary>What a part of the score lost; hints have no points of their own to lose.</summary>
    public static int LostOf(ScorePart part, Scenario scenario, ScoreSheet sheet)
    {
        var weight = part switch
        {
            ScorePart.Service => scenario.Score.Service,
            ScorePart.Cost => scenario.Score.Cost,
            ScorePart.Response => scenario.Score.Response,
            ScorePart.Delivery => scenario.Score.Delivery,
            _ => 0,
        };
        return weight - sheet.Lines.Where(line => line.Part == part).Sum(line => line.Points);
    }

    private static PlayedRun Play(
        World world, Func<World, IReadOnlyList<Command>> due, Action<EstateFrame> hear, Blaming? blaming, long ticks,
        CancellationToken stop)
    {
        var (levels, losses) = (ImmutableArray.CreateBuilder<double>(), new List<double>());
        var (moves, told) = (ImmutableArray.CreateBuilder<Move>(), ImmutableArray.CreateBuilder<DomainEvent>());
        var given = new Dictionary<string, Command>(StringComparer.Ordinal);
        while (world.Tick < ticks && !world.Last.Ended)
        {
            stop.ThrowIfCancellationRequested();
            var commands = due(world);
            foreach (var command in commands) given[command.Id] = command;
            var frame = Headless.Step(world, commands);
            hear(frame);
            blaming?.Hear(frame);
            told.AddRange(frame.Events.Where(
                each => each.Kind is EventKind.Command or EventKind.Refused or EventKind.Alert or EventKind.Cleared));
            foreach (var each in frame.Events)
                if (each.Kind == EventKind.Command && given.Remove(each.Command, out var command))
                    moves.Add(new Move(command, each));
            if (frame.Tick % Nanoseconds.TicksPerSecond != 0) continue;
            levels.Add(frame.Service.Level);
            losses.Add(world.Loss);
            blaming?.Judge(frame, world.Causes, world.Loss);
        }

        var lost = LostOf(ScorePart.Service, world.Scenario, world.Last.Score);
        var perLoss = losses.Count == 0 || losses[^1] <= 0 ? 0 : lost / losses[^1];
        return new PlayedRun(
            world.Last, levels.ToImmutable(), [.. losses.Select(loss => loss * perLoss)], moves.ToImmutable(), told.ToImmutable(),
            blaming?.All ?? [], blaming?.Other ?? 0, world.Loss);
    }
}
