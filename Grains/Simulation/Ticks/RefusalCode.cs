namespace OpsGame.Simulation.Ticks;

/// <summary>
/// Why something is refused: declared once, in a static property beside who refuses. It never changes its meaning.
/// </summary>
/// <param name="Name">Also its text's.</param>
public sealed record RefusalCode(string Name) : Named(Name, 0);
