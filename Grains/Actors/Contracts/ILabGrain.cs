using OpsGame.Simulation;
using OpsGame.Simulation.Ticks;
using Orleans.Concurrency;

namespace OpsGame.Grains.Contracts;

/// <summary>
/// The strategy lab, one grain a cluster: takes plans within its limits, sees to it that none is forgotten, tells how they get
/// on.
/// </summary>
public interface ILabGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Takes a plan; it is played from now on, whatever happens to this process. Codes: lab-full, lab-full-for-you.
    /// </summary>
    Task<Opening> Open(NewEvaluation wanted);

    /// <summary>Sees to it that the library's plans of a scenario are played once with these rules.</summary>
    Task Compare(string scenario);

    /// <summary>
    /// Subscribes a server process (again before a minute is over). True: it was not subscribed here, so it may have missed news.
    /// </summary>
    Task<bool> Watch(ILabObserver observer);

    [OneWay]
    Task Tell(EvaluationNews news);

    [OneWay]
    Task TellBoard(string scenario);

    /// <summary>Goes on with everything that is not finished.</summary>
    Task Wake();
}

/// <summary>A plan somebody wants played; its text has been read and is right.</summary>
/// <param name="Scenario">As it stands in the library now.</param>
/// <param name="OpenPerAddress">How many unfinished ones one address may have.</param>
[GenerateSerializer, Immutable]
public sealed record NewEvaluation(
    string Scenario, string PlanId, LocalText Title, string PlanText, string Address, string Owner, int OpenPerAddress);

/// <summary>The evaluation's id, or why it was not taken.</summary>
[GenerateSerializer, Immutable]
public sealed record Opening(string Id, Refusal? Refusal);
