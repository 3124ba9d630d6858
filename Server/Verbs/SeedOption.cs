using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OpsGame.Server.Verbs;

internal static class SeedOption
{
    public static Option<ulong> Create() => new("--seed")
    {
        Description = "Seed of the run's random numbers: the same seed, the same run",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = Parse,
    };

    private static ulong Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
        result.AddError($"'{text}' should be a whole number from 0 to {ulong.MaxValue}");
        return 0;
    }
}
