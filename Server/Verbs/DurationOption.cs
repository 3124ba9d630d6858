using System.CommandLine;
using System.CommandLine.Parsing;
using OpsGame.Server.Formats;

namespace OpsGame.Server.Verbs;

/// <summary>An option that takes simulated time as scenario files write it.</summary>
internal static class DurationOption
{
    public static Option<long?> Create(string name, string description) =>
        new(name) { Description = description, HelpName = "60s", CustomParser = Parse };

    private static long? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Units.TryDuration(text, out var ns)) return ns;
        result.AddError($"'{text}' should be {Notations.Duration.Like}");
        return null;
    }
}
