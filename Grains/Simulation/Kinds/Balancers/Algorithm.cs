namespace OpsGame.Simulation.Kinds.Balancers;

public enum Algorithm
{
    RoundRobin,
    LeastOutstanding,
    Random,
    TwoChoices,
}
