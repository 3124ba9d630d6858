using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>An auto scaler: how many servers of a tier there should be, and what it knows of their load.</summary>
/// <param name="Desired">Servers there should be; whoever is missing is bought again.</param>
/// <param name="QuietUntilNs">Its cool-down: until then load changes nothing.</param>
/// <param name="Samples">Mean CPU share of the warm servers, one a second, oldest first, at most the window's length.</param>
/// <param name="Running">Servers that run, and since when: so long they have been warming up.</param>
/// <param name="Metric">Mean of the samples, 0–1.</param>
/// <param name="Health">Whose word counts when it replaces servers, and GraceNs how long not at all for one that is new.</param>
/// <param name="Memory">Of a policy with a behaviour; null: it has not decided yet.</param>
/// <param name="NoRoom">No rack has a unit for what is missing.</param>
[GenerateSerializer, Immutable]
public sealed record ScalerState(
    string Id,
    Tier Tier,
    string Size,
    ScalingPolicy Policy,
    int Desired,
    long QuietUntilNs,
    ImmutableArray<double> Samples,
    ImmutableArray<RunningMember> Running,
    double Metric,
    bool NoRoom,
    ScalerHealth Health = ScalerHealth.Server,
    long GraceNs = 0,
    ScalingMemory? Memory = null) : IComponent
{
    public static ComponentKind Kind { get; } = new("scaler", 110);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add((long)Tier);
        hash.Add(Size);
        Policy.AddTo(ref hash);
        hash.Add(Desired);
        hash.Add(QuietUntilNs);
        hash.Add(Samples.Length);
        foreach (var each in Samples) hash.Add(each);
        hash.Add(Running.Length);
        foreach (var each in Running) each.AddTo(ref hash);
        hash.Add(Metric);
        hash.Add(NoRoom);
        // only where it is set: systems of before that was possible keep their hash
        if (Health != ScalerHealth.Server) hash.Add(nameof(Health));
        if (GraceNs > 0) hash.Add(GraceNs);
        Memory?.AddTo(ref hash);
    }
}

[GenerateSerializer, Immutable]
public sealed record RunningMember(string Server, long SinceNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Server);
        hash.Add(SinceNs);
    }
}
