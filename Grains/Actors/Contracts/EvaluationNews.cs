using System.Collections.Immutable;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Plans;
using Orleans.Concurrency;

namespace OpsGame.Grains.Contracts;

/// <summary>How an evaluation stands.</summary>
/// <param name="Runs">Those that are finished, in the order of their seeds, without their chains.</param>
/// <param name="Checked">Seeds a verification has played again.</param>
[GenerateSerializer, Immutable]
public sealed record EvaluationNews(Evaluation Evaluation, ImmutableArray<SeedRun> Runs, int Checked);

/// <summary>A server process that shows evaluations and boards to its clients.</summary>
public interface ILabObserver : IGrainObserver
{
    /// <summary>An evaluation got on.</summary>
    [OneWay]
    Task Evaluation(EvaluationNews news);

    /// <summary>A board of this scenario has another entry.</summary>
    [OneWay]
    Task Board(string scenario);
}
