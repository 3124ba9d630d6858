using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>
/// What is set for all users at once: how often they try again, and what the application does for them beside the point. They are
/// no component: it is done before the tick, and their texts name no component.
/// </summary>
internal static class UsersRules
{
    /// <summary>The users' id as a target.</summary>
    public const string Id = "users";

    private static readonly ActionSet<UsersState, UsersInput> Actions = new();

    public static Outcome<UsersState> Take(UsersState state, UsersInput input, Command command)
    {
        var ruling = new Ruling("", input.NowNs);
        return ruling.With(Actions.Take(state, input, command, ruling));
    }
}
