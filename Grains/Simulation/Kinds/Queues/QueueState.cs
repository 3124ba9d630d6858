using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues;

/// <summary>How a queue is set.</summary>
/// <param name="Paused">Workers get no more messages.</param>
/// <param name="VisibilityNs">What a worker has not acknowledged so long after it got it is delivered again.</param>
/// <param name="Batch">Messages a thread takes at once.</param>
/// <param name="FullEndsNs">Its disk is full until then; 0: it has room.</param>
/// <param name="Jobs">Classes of jobs it carries.</param>
[GenerateSerializer, Immutable]
public sealed record QueueState(
    string Id,
    bool Paused,
    long VisibilityNs,
    int Batch,
    long FullEndsNs,
    ImmutableArray<string> Jobs,
    long NanoDollarsPerHour) : IComponent
{
    public static ComponentKind Kind { get; } = new("queue", 150);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add(Paused);
        hash.Add(VisibilityNs);
        hash.Add(Batch);
        hash.Add(FullEndsNs);
        hash.Add(Jobs.Length);
        foreach (var each in Jobs) hash.Add(each);
        hash.Add(NanoDollarsPerHour);
    }
}
