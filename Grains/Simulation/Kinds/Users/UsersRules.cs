using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>What is set for all users at once: how often they try again, and what the application does for them beside the point.</summary>
internal static class UsersRules
{
    /// <summary>Null: it is done.</summary>
    public static Refusal? RefusalOf(UsersState state, Command command)
    {
        if (command.Action != Actions.SetFeature) return null;
        var (feature, on) = (command.Text("feature"), command.Flag("on"));
        return state.FeaturesOff.Contains(feature) == on ? null : Refusal.Of(on ? "feature-on" : "feature-off", feature);
    }

    public static Directive DirectiveOf(Command command) => command.Action == Actions.SetFeature
        ? new SetFeature(command.Text("feature"), command.Flag("on"))
        : new SetRetryBudget(command.Real("share"));

    public static UsersState After(UsersState state, Command command) => command.Action != Actions.SetFeature
        ? state with { RetryBudget = command.Real("share") }
        : state with
        {
            FeaturesOff = command.Flag("on") ? state.FeaturesOff.Remove(command.Text("feature")) : state.FeaturesOff.Add(command.Text("feature")),
        };
}
