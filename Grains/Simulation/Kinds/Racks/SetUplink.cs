using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>A rack's uplink is lost or back.</summary>
[GenerateSerializer, Immutable]
public sealed record SetUplink(string Rack, bool Lost) : Directive;
