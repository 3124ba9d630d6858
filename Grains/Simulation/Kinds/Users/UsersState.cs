using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>What can be set of the users' side.</summary>
/// <param name="RetryBudget">Of every class; null: not the same of all of them.</param>
/// <param name="FeaturesOff">Flags that are off.</param>
/// <param name="SurgeEndsNs">More of them come until then; 0: as many as the scenario says.</param>
/// <param name="Backoff">Of every class that tries again; null: not the same of all of them.</param>
public sealed record UsersState(
    double? RetryBudget, ImmutableArray<string> FeaturesOff, long SurgeEndsNs = 0, Backoff? Backoff = null)
{
    public static ComponentKind Kind { get; } = new("users", 80);

    public ImmutableArray<SetBulkhead> Bulkheads { get; init; } = [];

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(RetryBudget is not null);
        hash.Add(RetryBudget ?? 0);
        hash.Add(FeaturesOff.Length);
        foreach (var each in FeaturesOff) hash.Add(each);
        hash.Add(SurgeEndsNs);
        hash.Add(Backoff is not null);
        Backoff?.AddTo(ref hash);
        hash.Add(Bulkheads.Length);
        foreach (var each in Bulkheads)
        {
            hash.Add(each.Class);
            hash.Add((int)each.Role);
            hash.Add(each.Calls);
            hash.Add(each.WaitNs);
        }
    }
}

/// <summary>What the users' side knows when something is set.</summary>
public sealed record UsersInput(long NowNs);
