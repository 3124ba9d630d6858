using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine;

/// <summary>What running one version means: how much its work takes, how often it fails, what it leaks.</summary>
internal sealed class VersionFacts(string version, ReleaseSpec? release)
{
    /// <summary>Work of web, app and database times this.</summary>
    public readonly double[] Factors = [release?.WebFactor ?? 1, release?.AppFactor ?? 1, release?.DbFactor ?? 1];

    public string Version { get; } = version;

    public double ErrorRate { get; } = release?.ErrorRate ?? 0;

    /// <summary>Memory an application process keeps of every request, KiB.</summary>
    public double LeakKiB { get; } = release?.LeakKiB ?? 0;
}
