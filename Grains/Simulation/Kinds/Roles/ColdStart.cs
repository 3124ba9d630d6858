using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Roles;

/// <summary>
/// A fresh process works slowly: code is compiled as it is called (JIT), pools fill when they are first needed. Its work takes
/// Factor times as long at first and falls linearly to what is usual, over its first requests or over its first time.
/// </summary>
/// <param name="Factor">1–100; default 5.</param>
/// <param name="Requests">That a process begins until it is warm; 0: it is time that warms it.</param>
/// <param name="ForNs">From the process's start until it is warm; 0: it is requests that warm it.</param>
[GenerateSerializer, Immutable]
public sealed record ColdStart(double Factor, int Requests, long ForNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Factor);
        hash.Add(Requests);
        hash.Add(ForNs);
    }
}
