using System.CommandLine;
using System.CommandLine.Parsing;
using OpsGame.Server.Formats;
using OpsGame.Server.Runs;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Plans;

namespace OpsGame.Server.Verbs;

/// <summary>What every command that plays a scenario takes: the file, values set otherwise, a plan, the end.</summary>
internal sealed class PlayOptions
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "A scenario file (*.yaml)" };

    private readonly Option<Setting[]> _settings = new("--set")
    {
        Description = "Override one value of the file, e.g. classes.browse.rate=90/s; may be repeated",
        HelpName = "PATH=VALUE",
        CustomParser = ParseSettings,
        AllowMultipleArgumentsPerToken = false,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<FileInfo?> _plan = new("--plan", "--commands")
    {
        Description = "Play this plan, or these recorded commands (*.yaml)",
        HelpName = "FILE",
    };

    private readonly Option<long?> _until =
        DurationOption.Create("--until", "Stop at this simulated time instead of the scenario's end");

    private readonly Option<long?> _warmUp = DurationOption.Create("--warmup", "Measure from this simulated time on");

    public PlayOptions(Command command, bool measures)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_settings);
        command.Options.Add(_plan);
        command.Options.Add(_until);
        if (measures) command.Options.Add(_warmUp);
    }

    /// <summary>The trial; null and an exit code after telling on stderr why there is none.</summary>
    public Trial? Read(ParseResult parsed, TextWriter error, out int code)
    {
        code = ExitCode.BadFile;
        var scenario = ScenarioArgument.Read(
            parsed.GetRequiredValue(_file), library: false, error, parsed.GetValue(_settings) ?? []);
        if (scenario is null) return null;
        Plan? plan = null;
        if (parsed.GetValue(_plan) is { } file && (plan = ScenarioArgument.ReadPlan(file, scenario, error)) is null) return null;
        var trial = new Trial(scenario, parsed.GetValue(_until) ?? scenario.DurationNs, parsed.GetValue(_warmUp) ?? 0, plan);
        if (trial.UntilNs <= scenario.DurationNs && trial.WarmUpNs < trial.UntilNs) return trial;
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
