using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Plans;

/// <summary>What became of a plan's steps.</summary>
/// <param name="Given">Commands that were given in the time that was played.</param>
/// <param name="Refused">Those the estate or their component refused; the others were carried out.</param>
public sealed record PlanOutcome(int Given, ImmutableArray<RefusedStep> Refused);

/// <summary>A command of a plan that could not be carried out as things stood then.</summary>
public sealed record RefusedStep(PlanStep Step, long AtNs, Refusal Why);
