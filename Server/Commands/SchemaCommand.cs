using System.CommandLine;
using OpsGame.Server.Scenarios.Format;

namespace OpsGame.Server.Commands;

/// <summary>schema: the format of scenario files for editors, as the strict reader knows it.</summary>
public static class SchemaCommand
{
    public static Command Create()
    {
        var keys = new Option<bool>("--keys") { Description = "Print the keys as Markdown tables (the reference in Server/Scenarios/README.md)" };
        var command = new Command("schema", "Print the JSON Schema of scenario files (Server/Scenarios/scenario.schema.json)") { keys };
        command.SetAction(parsed =>
        {
            var format = ScenarioFormat.Load();
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(keys) ? KeyTables.Write(format) : SchemaWriter.Write(format));
            return ExitCode.Done;
        });
        return command;
    }
}
