using System.Collections.Immutable;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>What can be set of the users' side.</summary>
/// <param name="RetryBudget">Of every class; null: not the same of all of them.</param>
/// <param name="FeaturesOff">Flags that are off.</param>
internal sealed record UsersState(double? RetryBudget, ImmutableArray<string> FeaturesOff);
