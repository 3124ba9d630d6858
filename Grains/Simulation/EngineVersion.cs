using System.Globalization;

namespace OpsGame.Simulation;

/// <summary>
/// Which rules a history was played by. Equal versions play equal histories from the same scenario, seed and commands.
/// </summary>
public static class EngineVersion
{
    /// <summary>
    /// Raised on purpose by every change of behaviour, and by nothing else: a move or a rename leaves it. A test compares the
    /// library's recorded histories and fails when they change and this did not.
    /// </summary>
    public const int Number = 5;

    /// <summary>As entries keep it and boards show it.</summary>
    public static string Text { get; } = Number.ToString(CultureInfo.InvariantCulture);
}
