using OpsGame.Server.Formats;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Verbs;

/// <summary>Files named on the command line.</summary>
internal static class ScenarioArgument
{
    /// <summary>The scenario; null after telling on stderr why there is none.</summary>
    public static Scenario? Read(FileInfo file, bool library, TextWriter error, IReadOnlyList<Setting>? settings = null) =>
        Read(file, error, text => ScenarioReader.Read(text, file.ToString(), library, settings ?? []));

    /// <summary>A plan; null after telling on stderr why there is none.</summary>
    public static Plan? ReadPlan(FileInfo file, Scenario scenario, TextWriter error) =>
        Read(file, error, text => PlanReader.Read(text, file.ToString(), scenario));

    private static T? Read<T>(FileInfo file, TextWriter error, Func<string, T> read)
        where T : class
    {
        try
        {
            return read(ScenarioFile.Text(file.FullName));
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
