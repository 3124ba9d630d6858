using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>Something beside the point that a class's answers have while its flag is on, and the work it takes.</summary>
/// <param name="Id">Of the flag; classes with the same id here are switched together.</param>
/// <param name="App">CPU work on the application role, after the class's own; null: none. Likewise Db, with the class's call
/// there.</param>
/// <param name="Worth">0–1: so much less is a good answer worth without it.</param>
public sealed record FeatureSpec(string Id, LocalText Title, WorkSpec? App, WorkSpec? Db, double Worth);
