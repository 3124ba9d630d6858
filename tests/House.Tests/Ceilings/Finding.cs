namespace OpsGame.House.Tests.Ceilings;

/// <summary>One place that breaks a rule.</summary>
/// <param name="Size">How badly; the worst is listed first.</param>
internal readonly record struct Finding(int Size, string What);
