namespace OpsGame.Simulation.Scenarios;

/// <summary>Help a team may ask for.</summary>
/// <param name="FromNs">Not before.</param>
/// <param name="Points">What it costs, 0–200.</param>
public sealed record HintSpec(long FromNs, int Points, LocalText Text);
