using System.CommandLine;

namespace OpsGame.Server.Verbs;

/// <summary>validate FILE…: is every file a scenario that can be played?</summary>
public static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "Scenario files (*.yaml)",
            Arity = ArgumentArity.OneOrMore,
        };
        var library = new Option<bool>("--library")
        {
            Description = "Require the texts, objectives and score that a library scenario must have",
        };
        var command = new Command("validate", "Check scenario files and report every mistake with its line") { files, library };
        command.SetAction(parsed =>
        {
            var shell = parsed.InvocationConfiguration;
            return Validate(parsed.GetRequiredValue(files), parsed.GetValue(library), shell.Output, shell.Error);
        });
        return command;
    }

    private static int Validate(FileInfo[] files, bool library, TextWriter output, TextWriter error)
    {
        var code = ExitCode.Done;
        foreach (var file in files)
        {
            if (ScenarioArgument.Read(file, library, error) is not { } scenario) code = ExitCode.BadFile;
            else output.WriteLine($"{file}: {scenario.Id} version {scenario.Version}, {scenario.ContentHash[..12]}");
        }

        return code;
    }
}
