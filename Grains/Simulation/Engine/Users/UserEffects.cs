using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Users;

internal sealed class SetRetryBudgetEffect : Effect<SetRetryBudget, UserStation>
{
    protected override void Apply(SetRetryBudget set, UserStation users)
    {
        foreach (var each in users.Classes) each.RetryBudget = set.Share;
    }
}

internal sealed class SetBackoffEffect : Effect<SetBackoff, UserStation>
{
    protected override void Apply(SetBackoff set, UserStation users)
    {
        foreach (var each in users.Classes) each.Backoff = set.Backoff;
    }
}

internal sealed class SetFeatureEffect : Effect<SetFeature, UserStation>
{
    protected override void Apply(SetFeature set, UserStation users) => users.Features.Set(set.Feature, set.On);
}

internal sealed class SetTrafficEffect : Effect<SetTraffic, UserStation>
{
    protected override void Apply(SetTraffic set, UserStation users) => users.ChangeTraffic(set.Factor);
}
