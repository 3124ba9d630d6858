namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server size. Price in billionths of a dollar an hour.</summary>
/// <param name="DiskMiB">Room for logs; full, the application answers with errors and the database cannot write. 0: never
/// full.</param>
public sealed record SizeSpec(string Id, int Cores, int MemoryMiB, long NanoDollarsPerHour, int DiskMiB = 0);
