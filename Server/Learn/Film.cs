using System.Collections.Immutable;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Packing;
using OpsGame.Server.Push;
using OpsGame.Server.Runs;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Learn;

/// <summary>A small system played headless, as frames that the picture shows, and its figures.</summary>
/// <param name="Frames">Packed as a drill's are: the first one whole, the others what changed.</param>
/// <param name="Figures">In the page's order; null: there was nothing to read.</param>
internal sealed record Film(ImmutableArray<byte[]> Frames, ImmutableArray<double?> Figures)
{
    /// <summary>The same luck for every value of a knob.</summary>
    private const ulong Seed = 3;

    private const string Latency = "ms";

    private static readonly EstateKey Nobody = new("learn", "learn");

    /// <exception cref="OperationCanceledException">Between two ticks.</exception>
    public static Film Shoot(Idea idea, Scenario system, Plan? plan, CancellationToken stop)
    {
        var world = new World(system, Seed, sampleTraces: true);
        var runner = plan is null ? null : new PlanRunner(plan);
        var recording = new Recording(events: false, [.. idea.Figures.Select(figure => figure.Of)]);
        var frames = ImmutableArray.CreateBuilder<byte[]>();
        FramePacker? packer = null;
        var mapper = new FrameMapper(Nobody, system);
        while (world.NowNs < idea.UntilNs && !world.Last.Ended)
        {
            stop.ThrowIfCancellationRequested();
            var told = Headless.Step(world, runner?.Due(world) ?? []);
            runner?.Hear(told.Events);
            if (told.NowNs < idea.FromNs) continue;
            recording.Hear(world);
            var frame = Show(told, mapper, idea.Speed);
            if (packer is not null) frames.Add(packer.Next(frame));
            else frames.Add((packer = new FramePacker(frame, Seed)).Whole([]));
        }

        return new Film(
            frames.ToImmutable(),
            [.. idea.Figures.Zip(recording.Series, (figure, series) => Sum(figure.Over, Known(series)))]);
    }

    private static Frame Show(EstateFrame told, FrameMapper mapper, double speed)
    {
        var news = new EstateNews(told, EstateStatus.Running, speed, BehindMs: 0, Applying: [], Epoch: 1);
        return mapper.Of(news, [], TraceSample.Of(told.Traces));
    }

    /// <summary>A second in which nothing was answered has no latency, not one of 0.</summary>
    private static double[] Known(Series series) =>
        [.. series.Values.OfType<double>().Where(value => value > 0 || series.Path.Unit != Latency)];

    private static double? Sum(Over over, double[] values) => values.Length == 0 ? null : over switch
    {
        Over.Most => values.Max(),
        Over.Least => values.Min(),
        Over.Sum => values.Sum(),
        Over.Last => values[^1],
        _ => values.Average(),
    };
}
