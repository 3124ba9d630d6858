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

    /// <summary>
    /// Why a trial cannot be written down so; null: it can. A server that is bought later may be named, web-5 beside web-1; while
    /// it is not there it has no value.
    /// </summary>
    public static string? Wrong(Trial trial)
    {
        if (trial.Series.IsEmpty) return null;
        var known = Recording.ReadingsOf(new World(trial.Scenario, 1).Last);
        foreach (var path in trial.Series)
        {
            var like = known.ContainsKey(path.Component)
                ? path.Component
                : known.Keys.FirstOrDefault(name => AreNumbered(name, path.Component));
            if (like is null) return $"there is nothing called '{path.Component}'; there is {string.Join(", ", known.Keys)}";
            var names = known[like].Select(reading => reading.Name).ToArray();
            if (names.Contains(path.Reading)) continue;
            var meant = Likeness.Of(path.Reading, names) is { } near
                ? $"did you mean '{near}'?"
                : $"it has {string.Join(", ", names)}";
            return $"{path.Component} has no reading '{path.Reading}'; {meant}";
        }

        return null;
    }

    /// <summary>They differ in their number only.</summary>
    private static bool AreNumbered(string one, string other)
    {
        var dash = one.LastIndexOf('-');
        return dash > 0 && other.LastIndexOf('-') == dash && one.AsSpan(0, dash).SequenceEqual(other.AsSpan(0, dash))
            && int.TryParse(one.AsSpan(dash + 1), out _) && int.TryParse(other.AsSpan(dash + 1), out _);
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
