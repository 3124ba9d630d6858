using System.Collections.Immutable;

namespace OpsGame.Simulation.Engine;

/// <summary>Feature flags: the application looks at them when it takes a request.</summary>
internal sealed partial class DataPlane
{
    private readonly ImmutableArray<string> _flags;

    /// <summary>Bit by bit those that are off.</summary>
    private int _flagsOff;

    public ImmutableArray<string> FeaturesOff => _flagsOff == 0 ? [] : [.. _flags.Where((_, flag) => (_flagsOff >> flag & 1) != 0)];

    private void SetFeature(string feature, bool on)
    {
        var flag = _flags.IndexOf(feature);
        if (flag >= 0) _flagsOff = on ? _flagsOff & ~(1 << flag) : _flagsOff | 1 << flag;
    }
}
