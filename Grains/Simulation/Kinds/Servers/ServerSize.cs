namespace OpsGame.Simulation.Kinds.Servers;

/// <param name="DiskMiB">Room for logs; 0: endless.</param>
[GenerateSerializer, Immutable]
public sealed record ServerSize(
    string Id, int Cores, int MemoryMiB, long NanoDollarsPerHour, int DiskMiB = 0);
