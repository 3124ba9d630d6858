using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>What running one version means: how much its work takes, how often it fails, what it leaks, how it locks.</summary>
internal sealed class VersionFacts(string version, ReleaseSpec? release)
{
    /// <summary>Work of web, app and database times this.</summary>
    public readonly double[] Factors = [release?.WebFactor ?? 1, release?.AppFactor ?? 1, release?.DbFactor ?? 1];

    public string Version { get; } = version;

    public double ErrorRate { get; } = release?.ErrorRate ?? 0;

    /// <summary>Memory an application process keeps of every request, KiB.</summary>
    public double LeakKiB { get; } = release?.LeakKiB ?? 0;

    /// <summary>In which order its transactions lock rows; null: as each class says.</summary>
    public LockOrder? LockOrder { get; } = release?.LockOrder;

    /// <summary>May serve while another version does.</summary>
    public bool Coexists { get; } = release?.Coexists ?? true;

    /// <summary>Its pages are not those of versions without it.</summary>
    public bool NewPages { get; } = release?.NewPages ?? false;

    /// <summary>Somewhere its processes take requests, or still hold some; since when.</summary>
    public bool Serves { get; private set; }

    public long ServesSince { get; private set; }

    public void Serve(bool serves, long now)
    {
        if (serves && !Serves) ServesSince = now;
        Serves = serves;
    }
}
