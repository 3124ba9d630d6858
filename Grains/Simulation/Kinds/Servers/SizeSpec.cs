namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server size. Price in billionths of a dollar an hour.</summary>
/// <param name="DiskMiB">Room for logs; full, the application answers with errors and the database cannot write. 0: never
/// full.</param>
public sealed record SizeSpec(string Id, int Cores, int MemoryMiB, long NanoDollarsPerHour, int DiskMiB = 0)
{
    /// <summary>Rotation that keeps a whole disk full of logs keeps it full; no file and no command may want that.</summary>
    public static bool MayKeep(int logMiB, int diskMiB) => logMiB == 0 || logMiB < diskMiB;
}
