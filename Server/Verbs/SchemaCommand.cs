using System.CommandLine;
using OpsGame.Server.Schemas;
using OpsGame.Server.TypeScript;

namespace OpsGame.Server.Verbs;

/// <summary>schema: the format of scenario files (or plans) for editors, as the strict reader knows it.</summary>
public static class SchemaCommand
{
    public static Command Create()
    {
        var keys = new Option<bool>("--keys")
        {
            Description = "Print the keys as Markdown tables (the reference in the README.md beside the schema)",
        };
        var plan = new Option<bool>("--plan") { Description = "Of plans (Server/Plans/plan.schema.json) instead of scenarios" };
        var commands = new Option<bool>("--commands")
        {
            Description = "Print every action and every refusal as Markdown tables (Grains/Simulation/Ticks/README.md)",
        };
        var vendors = new Option<bool>("--vendors")
        {
            Description = "Print which key stands for which setting of other products (Server/Scenarios/Examples/README.md)",
        };
        var wire = new Option<string>("--wire")
        {
            Description = "Write the hub's contract in TypeScript into WebClient/src/wire/generated, as the build does",
            HelpName = "folder",
        };
        var command = new Command("schema", "Print the JSON Schema of scenario files (Server/Scenarios/scenario.schema.json)")
        {
            keys, plan, commands, vendors, wire,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(wire) is { } folder)
            {
                foreach (var name in WireFiles.Write(folder)) output.WriteLine($"Written: {Path.Combine(folder, name)}");
                return ExitCode.Done;
            }

            if (parsed.GetValue(commands))
            {
                output.Write(ActionTables.Write());
                return ExitCode.Done;
            }

            if (parsed.GetValue(vendors))
            {
                output.Write(VendorTables.Write());
                return ExitCode.Done;
            }

            var format = parsed.GetValue(plan) ? FileFormat.OfPlans() : FileFormat.OfScenarios();
            var schema = parsed.GetValue(plan) ? PlanSchema.Of(format) : SchemaWriter.Of(format);
            output.Write(parsed.GetValue(keys) ? KeyTables.Write(format) : SchemaWriter.Write(schema));
            return ExitCode.Done;
        });
        return command;
    }
}
