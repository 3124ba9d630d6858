using System.Collections.Immutable;
using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>What a scaler with a behaviour remembers, as long as its windows and periods look back.</summary>
/// <param name="Asked">How many servers the load asked for, each time it decided; oldest first.</param>
/// <param name="Changes">By how many it changed them (negative: fewer); oldest first.</param>
[GenerateSerializer, Immutable]
public sealed record ScalingMemory(ImmutableArray<ServersAt> Asked, ImmutableArray<ServersAt> Changes)
{
    public static readonly ScalingMemory Empty = new([], []);

    /// <summary>Servers that came, and that went, since a time.</summary>
    internal (int Came, int Went) Since(long cutoffNs)
    {
        var (came, went) = (0, 0);
        foreach (var change in Changes)
        {
            if (change.AtNs <= cutoffNs) continue;
            came += Math.Max(0, change.Servers);
            went -= Math.Min(0, change.Servers);
        }

        return (came, went);
    }

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Asked.Length);
        foreach (var each in Asked) each.AddTo(ref hash);
        hash.Add(Changes.Length);
        foreach (var each in Changes) each.AddTo(ref hash);
    }
}

[GenerateSerializer, Immutable]
public readonly record struct ServersAt(long AtNs, int Servers)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(AtNs);
        hash.Add(Servers);
    }
}
