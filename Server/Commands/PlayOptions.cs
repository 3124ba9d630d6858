using System.CommandLine;
using System.CommandLine.Parsing;
using OpsGame.Server.Scenarios;

namespace OpsGame.Server.Commands;

/// <summary>What every command that plays a scenario takes: the file, values set otherwise, recorded commands, the end.</summary>
internal sealed class PlayOptions
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "A scenario file (*.yaml)" };

    private readonly Option<Setting[]> _settings = new("--set")
    {
        Description = "Set one value of the file otherwise, e.g. classes.browse.rate=90/s; may be given several times",
        HelpName = "PATH=VALUE",
        CustomParser = ParseSettings,
        AllowMultipleArgumentsPerToken = false,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<FileInfo?> _commands = new("--commands")
    {
        Description = "Play these recorded commands (*.yaml)",
        HelpName = "FILE",
    };

    private readonly Option<long?> _until = DurationOption.Create("--until", "Stop at this simulated time instead of the scenario's end");

    private readonly Option<long?> _warmUp = DurationOption.Create("--warmup", "Measure from this simulated time on");

    public PlayOptions(Command command, bool measures)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_settings);
        command.Options.Add(_commands);
        command.Options.Add(_until);
        if (measures) command.Options.Add(_warmUp);
    }

    /// <summary>The plan; null and an exit code after telling on stderr why there is none.</summary>
    public RunPlan? Read(ParseResult parsed, TextWriter error, out int code)
    {
        code = ExitCode.BadFile;
        var scenario = ScenarioArgument.Read(
            parsed.GetRequiredValue(_file), library: false, error, parsed.GetValue(_settings) ?? []);
        if (scenario is null) return null;
        CommandScript? script = null;
        if (parsed.GetValue(_commands) is { } commands
            && (script = ScenarioArgument.ReadCommands(commands, scenario, error)) is null) return null;
        var plan = new RunPlan(
            scenario, parsed.GetValue(_until) ?? scenario.DurationNs, parsed.GetValue(_warmUp) ?? 0, script);
        if (plan.UntilNs <= scenario.DurationNs && plan.WarmUpNs < plan.UntilNs) return plan;
        code = ExitCode.Stopped;
        var end = Units.ShowDuration(scenario.DurationNs);
        error.WriteLine($"--warmup should be before --until, and --until at most {end}, the scenario's end");
        return null;
    }

    private static Setting[]? ParseSettings(ArgumentResult result)
    {
        var settings = new List<Setting>();
        foreach (var token in result.Tokens)
            if (Setting.TryParse(token.Value, out var setting)) settings.Add(setting);
            else result.AddError($"'{token.Value}' should be PATH=VALUE, such as classes.browse.rate=90/s");
        return [.. settings];
    }
}
