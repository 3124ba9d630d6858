using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Commands;

/// <summary>A scenario named on the command line.</summary>
internal static class ScenarioArgument
{
    /// <summary>The scenario; null after telling on stderr why there is none.</summary>
    public static Scenario? Read(FileInfo file, bool library, TextWriter error)
    {
        try
        {
            return ScenarioReader.Read(ScenarioFile.Text(file.FullName), file.ToString(), library);
        }
        catch (ScenarioException broken)
        {
            error.WriteLine(broken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file}: {unreadable.Message}");
        }

        return null;
    }
}
