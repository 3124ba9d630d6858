namespace OpsGame.Simulation.Kinds.Roles;

public enum Role
{
    Web,
    App,
    Db,

    /// <summary>Takes messages from the queue.</summary>
    Worker,
}

internal static class Levels
{
    /// <summary>How deep a request is that is there: a worker stands where the application stands for users.</summary>
    public static int Level(this Role role) => (int)(role == Role.Worker ? Role.App : role);
}
