using System.Collections.Immutable;

namespace OpsGame.Simulation.Engine;

/// <summary>What a run measured since its meters were last reset.</summary>
public sealed record RunReport(ImmutableArray<ClassReport> Classes, ImmutableArray<StationReport> Stations);
