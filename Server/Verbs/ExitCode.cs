namespace OpsGame.Server.Verbs;

/// <summary>What the headless commands answer to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Stopped before the end, or asked in a way the command does not know.</summary>
    public const int Stopped = 1;

    /// <summary>A file is missing or is no scenario; what is wrong stands on stderr.</summary>
    public const int BadFile = 2;
}
