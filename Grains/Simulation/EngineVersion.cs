namespace OpsGame.Simulation;

/// <summary>
/// Which rules a history was made by: the release and the fingerprint of the compiled rules. Equal versions play equal histories; an
/// entry of another version may be played otherwise today without anybody having touched it.
/// </summary>
public static class EngineVersion
{
    /// <summary>The release alone: the same wherever it was compiled.</summary>
    public static string Release { get; } = typeof(EngineVersion).Assembly.GetName().Version!.ToString(3);

    public static string Text { get; } =
        $"{Release}-{typeof(EngineVersion).Module.ModuleVersionId.ToString("n")[..8]}";
}
