using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests;

/// <summary>Faults as the schedule gives them, at once.</summary>
internal static class Faults
{
    /// <param name="amount">Of faults that have one; it need not be in their range.</param>
    public static Command Of(string fault, string target, long forNs, double amount) =>
        (ActionCatalogue.Find(fault)!.ParameterOf("amount") is null
            ? FaultSpec.Of(fault, target, 0, forNs)
            : FaultSpec.Of(fault, target, 0, forNs, ("amount", Arguments.Show(amount)))).Command;
}
