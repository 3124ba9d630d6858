using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OpsGame.Server.Verbs;

/// <summary>One request of a run: browse:1234 is the class browse's request 1234; the first is 0.</summary>
internal sealed record RequestName(string Class, long Number)
{
    public static Option<RequestName> Option() => new("--request")
    {
        Description = "The request, by its class and number (the first is 0)",
        HelpName = "CLASS:N",
        Required = true,
        CustomParser = Parse,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}:{Number}");

    private static RequestName? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var parts = text.Split(':');
        if (parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new RequestName(parts[0], number);
        result.AddError($"'{text}' should be CLASS:N, such as browse:1234");
        return null;
    }
}
