using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OpsGame.Server.Verbs;

/// <summary>Seeds as a command line names them: 1..30, or 1,4,9, or both.</summary>
internal static class SeedList
{
    /// <summary>Beyond it the interval hardly narrows any more.</summary>
    public const int Most = 1000;

    public static Option<ImmutableArray<ulong>?> Option(string name) => new(name)
    {
        Description = "Play once for each of these seeds, on all cores, and add means with their 95 % intervals",
        HelpName = "1..30",
        CustomParser = Parse,
    };

    public static bool TryParse(string text, out ImmutableArray<ulong> seeds)
    {
        seeds = [];
        var found = new List<ulong>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split("..");
            if (ends.Length > 2 || !TrySeed(ends[0], out var first) || !TrySeed(ends[^1], out var last)) return false;
            if (last < first || last - first >= Most) return false;
            for (var seed = first; ; seed++)
            {
                found.Add(seed);
                if (seed == last) break;
            }
        }

        if (found.Count > Most || found.Distinct().Count() != found.Count) return false;
        seeds = [.. found];
        return true;
    }

    private static bool TrySeed(string text, out ulong seed) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);

    private static ImmutableArray<ulong>? Parse(ArgumentResult result)
    {
        if (TryParse(result.Tokens[0].Value, out var seeds)) return seeds;
        result.AddError($"'{result.Tokens[0].Value}' should be seeds such as 1..30 or 1,4,9, all different and at most {Most}");
        return null;
    }
}
