using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Scores;

/// <summary>What a line of a score sheet is for.</summary>
/// <param name="Name">Also its text's.</param>
public sealed record ScoreCode(string Name) : Named(Name, 0);
