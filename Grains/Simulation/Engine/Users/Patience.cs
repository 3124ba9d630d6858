using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>How long users of a class wait for an attempt's answer: all alike, each for himself, or without an end.</summary>
internal sealed class Patience(EventQueue queue, ClassSpec spec, ulong seed, int users)
{
    private readonly WaitLimit _common = queue.LimitOf(spec.Patience is null ? spec.PatienceNs : 0);

    private readonly bool _drawn = spec.Patience is not null;
    private readonly WorkSampler _sampler = spec.Patience is { } patience ? new WorkSampler(patience) : default;
    private readonly Draw _luck = new(seed, Purpose.Patience, (ulong)users);

    /// <summary>An attempt is sent; when its patience is over, the timer ends.</summary>
    public void Begin(StepKind ends, int slot, ref Request request)
    {
        if (!_drawn)
            queue.AtLimit(_common, ends, slot, request.Life);
        else
            queue.At(queue.Now + (long)(_sampler.Sample(_luck.Unit(request.Luck)) + 0.5), ends, slot, request.Life, 0);
    }
}
