namespace OpsGame.Simulation.Ticks;

/// <summary>
/// What an action is done to: a kind of component, or what stands in the estate itself, as its users and alerts do. Each is
/// declared beside its noun, in a static property.
/// </summary>
/// <param name="Place">Among the others, where all are listed: each has its own.</param>
public sealed record ComponentKind(string Name, int Place) : Named(Name, Place);
