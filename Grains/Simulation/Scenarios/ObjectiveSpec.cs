namespace OpsGame.Simulation.Scenarios;

/// <summary>What the drill asks for, in words.</summary>
public sealed record ObjectiveSpec(string Id, LocalText Text);
