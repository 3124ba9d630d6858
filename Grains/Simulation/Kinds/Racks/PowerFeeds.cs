namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>Which of the two power feeds a rack hangs on.</summary>
[Flags]
public enum PowerFeeds
{
    A = 1,
    B = 2,
    Both = A | B,
}
