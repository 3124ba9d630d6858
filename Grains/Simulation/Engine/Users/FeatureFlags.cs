using System.Collections.Immutable;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>Feature flags: the application looks at them when it takes a request.</summary>
internal sealed class FeatureFlags(ImmutableArray<string> flags)
{
    /// <summary>Bit by bit those that are off.</summary>
    public int Off { get; private set; }

    public ImmutableArray<string> NamesOff => Off == 0 ? [] : [.. flags.Where((_, flag) => (Off >> flag & 1) != 0)];

    public void Set(string feature, bool on)
    {
        var flag = flags.IndexOf(feature);
        if (flag >= 0) Off = on ? Off & ~(1 << flag) : Off | 1 << flag;
    }
}
