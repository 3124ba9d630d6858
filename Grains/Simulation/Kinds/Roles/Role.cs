namespace OpsGame.Simulation.Kinds.Roles;

public enum Role
{
    Web,
    App,
    Db,
}
