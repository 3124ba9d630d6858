using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using OpsGame.Server.Formats;
using OpsGame.Server.Runs;
using OpsGame.Simulation.Estates;

namespace OpsGame.Server.Verbs;

/// <summary>--series PATH,…: readings of components, one a second.</summary>
internal static class SeriesOption
{
    private const int Most = 40;

    public static Option<ImmutableArray<SeriesPath>?> Create() => new("--series")
    {
        Description = "Also print these readings, one a second: web-1.cpu,browse.goodput,service.level",
        HelpName = "PATH,…",
        CustomParser = Parse,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Why a trial cannot be written down so; null: it can. A server that is bought later may be named.</summary>
    public static string? Wrong(Trial trial)
    {
        if (trial.Series.IsEmpty) return null;
        var known = Recording.ReadingsOf(new World(trial.Scenario, 1).Last);
        foreach (var path in trial.Series)
        {
            if (!known.TryGetValue(path.Component, out var readings))
            {
                if (path.Component.StartsWith("server-", StringComparison.Ordinal)) continue;
                return $"there is nothing called '{path.Component}'; there is {string.Join(", ", known.Keys)}";
            }

            var names = readings.Select(reading => reading.Name).ToArray();
            if (names.Contains(path.Reading)) continue;
            var meant = Likeness.Of(path.Reading, names) is { } like
                ? $"did you mean '{like}'?"
                : $"it has {string.Join(", ", names)}";
            return $"{path.Component} has no reading '{path.Reading}'; {meant}";
        }

        return null;
    }

    private static ImmutableArray<SeriesPath>? Parse(ArgumentResult result)
    {
        var paths = ImmutableArray.CreateBuilder<SeriesPath>();
        foreach (var text in result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries))
            if (SeriesPath.TryParse(text, out var path)) paths.Add(path);
            else result.AddError($"'{text}' should be COMPONENT.READING, such as web-1.cpu");
        if (paths.Count > Most) result.AddError($"at most {Most} series at a time");
        return paths.ToImmutable();
    }
}
