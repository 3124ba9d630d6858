namespace OpsGame.Simulation.Looks;

/// <summary>A look under way.</summary>
/// <param name="Kind">The action's id.</param>
[GenerateSerializer, Immutable]
public sealed record Look(string Component, string Kind, string By, string Command, long BeganNs, long EndsNs);
