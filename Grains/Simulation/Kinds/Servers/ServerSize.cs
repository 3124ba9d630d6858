using OpsGame.Simulation.Chance;
namespace OpsGame.Simulation.Kinds.Servers;

/// <param name="DiskMiB">Room for logs; 0: endless.</param>
[GenerateSerializer, Immutable]
public sealed record ServerSize(
    string Id, int Cores, int MemoryMiB, long NanoDollarsPerHour, int DiskMiB = 0)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add(Cores);
        hash.Add(MemoryMiB);
        hash.Add(NanoDollarsPerHour);
        hash.Add(DiskMiB);
    }
}
