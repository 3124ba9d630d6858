namespace OpsGame.Simulation;

/// <summary>A text in both languages of the product.</summary>
[GenerateSerializer, Immutable]
public sealed record LocalText(string En, string Ko);
