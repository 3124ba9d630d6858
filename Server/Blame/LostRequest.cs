using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Server.Blame;

/// <summary>Where a request came to: a component, and at a server one of its roles.</summary>
internal readonly record struct Stay(string At, Role? Role);

/// <summary>A request that was not answered in time.</summary>
/// <param name="At">Where it was lost, or where it stayed longest.</param>
/// <param name="Way">Everything it came to.</param>
/// <param name="Weight">What was lost by it, as the score counts.</param>
internal sealed record LostRequest(Stay At, ImmutableArray<Stay> Way, double Weight)
{
    /// <summary>Null: nothing was lost by it.</summary>
    public static LostRequest? Of(Trace trace, ClassSpec users)
    {
        if (!users.Counts || trace.Hops.IsEmpty || trace.Open || (trace.Cause == Cause.None && !trace.Late)) return null;
        var hops = trace.Hops.OrderBy(hop => hop.InNs).ThenByDescending(hop => hop.OutNs).ToArray();
        var (at, worth) = trace.Cause == Cause.None
            ? (Slowest(hops), trace.EndNs - trace.StartNs > 4 * users.TargetNs ? 1 : 0.5)
            // the innermost that failed, else where it had come to: as the picture says it
            : (Array.FindLast(hops, hop => hop.Cause != Cause.None) ?? hops[^1], 2);
        return new LostRequest(StayOf(at), [.. hops.Select(StayOf).Distinct()], worth * users.Weight);
    }

    /// <summary>The stay that was longest without those inside it.</summary>
    private static Hop Slowest(Hop[] hops)
    {
        var own = hops.Select(hop => hop.OutNs - hop.InNs).ToArray();
        var around = new Stack<int>();
        for (var index = 0; index < hops.Length; index++)
        {
            while (around.TryPeek(out var outer) && hops[outer].OutNs < hops[index].OutNs) around.Pop();
            if (around.TryPeek(out var inside)) own[inside] -= hops[index].OutNs - hops[index].InNs;
            around.Push(index);
        }

        return hops[Array.IndexOf(own, own.Max())];
    }

    private static Stay StayOf(Hop hop) => new(hop.At, hop.Role);
}
