using OpsGame.Simulation.Causes;

namespace OpsGame.Server.Blame;

/// <summary>Something that was wrong with a component, and what users lost by it.</summary>
/// <param name="FromNs">It was there from then until <paramref name="UntilNs"/>, as the estate itself showed.</param>
/// <param name="WasBroken">It was more than short of something: worth telling though nobody lost anything by it.</param>
/// <param name="Loss">As the score counts it.</param>
internal sealed record Blamed(
    FailureKind Failure, string Component, long FromNs, long UntilNs, bool WasBroken, double Loss);
