using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>An action on a database.</summary>
public abstract class DatabaseAction : ActionOn<DatabaseState, DatabaseInput>
{
    public sealed override ComponentKind Target => DatabaseState.Kind;
}

/// <summary>A setting of a database.</summary>
public abstract class DatabaseSetting : SettingOn<DatabaseState, DatabaseInput>
{
    public sealed override ComponentKind Target => DatabaseState.Kind;
}
