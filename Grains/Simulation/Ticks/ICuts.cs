using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>A directive that cuts requests which are under way.</summary>
internal interface ICuts
{
    /// <summary>How many they are, going by what was measured last.</summary>
    int RequestsIn(ImmutableArray<Column> columns);
}
