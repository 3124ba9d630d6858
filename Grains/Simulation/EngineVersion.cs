namespace OpsGame.Simulation;

/// <summary>
/// Which rules a history was made by: the release and the fingerprint of the compiled rules. Equal versions play equal histories; an
/// entry of another version may be played otherwise today without anybody having touched it.
/// </summary>
public static class EngineVersion
{
    public static string Text { get; } =
        $"{typeof(EngineVersion).Assembly.GetName().Version!.ToString(3)}-{typeof(EngineVersion).Module.ModuleVersionId.ToString("n")[..8]}";
}
