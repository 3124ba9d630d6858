using OpsGame.Grains.Contracts;
using Orleans.Concurrency;

namespace OpsGame.Grains.Drills;

/// <summary>The door to all drills, one grain a cluster: opens them within the server's limits and knows their codes.</summary>
public interface IDrillDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Opens a drill and seats who asked for it. Codes: scenario-unknown, drills-too-fast, too-many-drills, too-many-drills-here,
    /// estates-full, seed-in-play and those of <see cref="DrillRules.Check"/>.
    /// </summary>
    Task<Seating> Open(NewDrill wanted);

    /// <summary>The drill a code leads to, or null.</summary>
    Task<string?> Find(string code);

    /// <summary>How much a silo's live estates take of it; 1: it can carry no more. Said again every second.</summary>
    [OneWay]
    Task Report(SiloAddress silo, double load);
}
