namespace OpsGame.Simulation.Scenarios;

/// <summary>Weights of the four parts (sum 1000) and the pars they are measured against.</summary>
/// <param name="ParNanoDollars">Money a good run spends: full cost points up to it, none from twice of it on.</param>
/// <param name="ParAcknowledgeNs">Full points up to it, none from four times of it on; likewise ParMitigateNs.</param>
/// <param name="SloGood">Objective share of good requests, e.g. 0.99: the error budget is 1 − it.</param>
public sealed record ScoreSpec(
    int Service, int Cost, int Response, int Delivery,
    long ParNanoDollars, long ParAcknowledgeNs, long ParMitigateNs, double SloGood);
