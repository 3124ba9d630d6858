namespace OpsGame.Simulation.Engine;

/// <summary>The longest a wait may take, which can be changed while the system runs. Ns 0: as long as it likes.</summary>
internal readonly record struct WaitLimit(long Ns, int Lane);
