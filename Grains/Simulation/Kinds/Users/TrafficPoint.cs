namespace OpsGame.Simulation.Kinds.Users;

/// <summary>
/// A moment of the traffic profile: all classes' rates times Factor, linear between points, constant after the last.
/// </summary>
public sealed record TrafficPoint(long AtNs, double Factor);
