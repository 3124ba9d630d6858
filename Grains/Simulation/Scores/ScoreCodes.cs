namespace OpsGame.Simulation.Scores;

/// <summary>Lines of a score sheet, besides those of what requests were lost to.</summary>
public static class ScoreCodes
{
    public static ScoreCode Acknowledged { get; } = new("score-acknowledged");

    public static ScoreCode CauseMissed { get; } = new("score-cause-missed");

    public static ScoreCode CauseOpen { get; } = new("score-cause-open");

    public static ScoreCode CauseRight { get; } = new("score-cause-right");

    public static ScoreCode CauseWrong { get; } = new("score-cause-wrong");

    public static ScoreCode Cost { get; } = new("score-cost");

    public static ScoreCode CostOver { get; } = new("score-cost-over");

    public static ScoreCode Delivered { get; } = new("score-delivered");

    public static ScoreCode DeliveredLate { get; } = new("score-delivered-late");

    public static ScoreCode DeliveryNone { get; } = new("score-delivery-none");

    public static ScoreCode Floor { get; } = new("score-floor");

    public static ScoreCode Hint { get; } = new("score-hint");

    public static ScoreCode Mitigated { get; } = new("score-mitigated");

    public static ScoreCode NotDelivered { get; } = new("score-not-delivered");

    public static ScoreCode Response { get; } = new("score-response");

    public static ScoreCode RolloutBroke { get; } = new("score-rollout-broke");

    public static ScoreCode Service { get; } = new("score-service");

    public static ScoreCode ServiceBend { get; } = new("score-service-bend");

    public static ScoreCode ServiceOther { get; } = new("score-service-other");

    public static ScoreCode Unacknowledged { get; } = new("score-unacknowledged");
}
