namespace OpsGame.Simulation.Ticks;

/// <summary>What has happened. Declared once, in a static property beside who tells of it.</summary>
/// <param name="Name">Also its text's.</param>
public sealed record EventCode(string Name) : Named(Name, 0);
