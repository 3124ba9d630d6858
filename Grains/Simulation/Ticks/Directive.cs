namespace OpsGame.Simulation.Ticks;

/// <summary>A change of a physical parameter: the only way the control plane reaches the data plane.</summary>
[GenerateSerializer, Immutable]
public abstract record Directive;
