using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>Something done to a database.</summary>
public abstract class DatabaseAction : ActionOn<DatabaseState, DatabaseInput>
{
    public sealed override ComponentKind Target => ComponentKind.Database;
}

/// <summary>Something set at a database.</summary>
public abstract class DatabaseSetting : SettingOn<DatabaseState, DatabaseInput>
{
    public sealed override ComponentKind Target => ComponentKind.Database;
}
