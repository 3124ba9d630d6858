using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>The versions that ever ran, and what each has written where two of them cannot work on the same data.</summary>
internal sealed class Versions(Scenario scenario, int keys)
{
    private readonly List<VersionFacts> _known = [];

    /// <summary>Null: all versions of the scenario get on with each other.</summary>
    public VersionMarks? Marks { get; } =
        scenario.Releases.Any(release => !release.Coexists) ? new VersionMarks(keys) : null;

    public IReadOnlyList<VersionFacts> Known => _known;

    public VersionFacts Of(string version)
    {
        var known = _known.Find(facts => facts.Version == version);
        if (known is not null) return known;
        var release = scenario.Releases.FirstOrDefault(release => release.Version == version);
        _known.Add(known = new VersionFacts(version, release));
        return known;
    }
}
