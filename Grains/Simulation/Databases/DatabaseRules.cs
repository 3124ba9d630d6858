using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Databases;

/// <summary>A database's rule.</summary>
public static class DatabaseRules
{
    public static Outcome<DatabaseState> Tick(DatabaseState state, DatabaseInput input) => throw new NotImplementedException();
}
