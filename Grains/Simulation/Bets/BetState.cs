using System.Collections.Immutable;
using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Bets;

public enum BetStage
{
    /// <summary>Nobody is asked yet, or at all.</summary>
    Waiting,

    /// <summary>Bets are taken.</summary>
    Open,

    /// <summary>What happens now decides.</summary>
    Closed,

    Decided,
}

/// <summary>A team's bets, each person's last, in the order of their first.</summary>
/// <param name="Outcome">What came true; null: nothing yet.</param>
[GenerateSerializer, Immutable]
public sealed record BetState(BetStage Stage, ImmutableArray<PlacedBet> Placed, BetOutcome? Outcome)
{
    public static BetState Empty { get; } = new(BetStage.Waiting, [], null);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)Stage);
        hash.Add(Placed.Length);
        foreach (var bet in Placed) bet.AddTo(ref hash);
        hash.Add(Outcome is not null);
        Outcome?.AddTo(ref hash);
    }
}

/// <summary>What somebody thinks will happen.</summary>
/// <param name="Answer">From 1, as the scenario has them.</param>
[GenerateSerializer, Immutable]
public sealed record PlacedBet(string By, int Answer, long AtNs)
{
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(By);
        hash.Add(Answer);
        hash.Add(AtNs);
    }
}

/// <summary>What happened.</summary>
/// <param name="Answer">From 1, as the scenario has them.</param>
/// <param name="Alert">The code of the alert that decided; empty: none did.</param>
/// <param name="Args">The alert's.</param>
[GenerateSerializer, Immutable]
public sealed record BetOutcome(int Answer, string Alert, ImmutableArray<string> Args, long AtNs)
{
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Answer);
        hash.Add(Alert);
        foreach (var arg in Args) hash.Add(arg);
        hash.Add(AtNs);
    }
}
