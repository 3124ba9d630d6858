namespace OpsGame.Load;

/// <summary>What to do to which server.</summary>
internal sealed record LoadPlan(
    string Url, string Scenario, int Estates, int ClientsPerEstate, TimeSpan CommandEvery, TimeSpan Duration, TimeSpan Warmup,
    int? ServerPid, int Plans);
