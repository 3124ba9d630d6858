using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>What is told of: codes of their texts.</summary>
public static class UserEvents
{
    public static EventCode BackoffSet { get; } = new("backoff-set");

    public static EventCode BackoffSetFull { get; } = new("backoff-set-full");

    public static EventCode BulkheadOff { get; } = new("bulkhead-off");

    public static EventCode BulkheadSet { get; } = new("bulkhead-set");

    public static EventCode FeatureSwitchedOff { get; } = new("feature-switched-off");

    public static EventCode FeatureSwitchedOn { get; } = new("feature-switched-on");

    public static EventCode RetryBudgetSet { get; } = new("retry-budget-set");
}
