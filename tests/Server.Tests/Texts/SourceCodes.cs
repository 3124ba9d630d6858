using System.Text.RegularExpressions;
using OpsGame.Server.Tests.Scenarios;

namespace OpsGame.Server.Tests.Texts;

/// <summary>
/// Codes as the sources use them: first string of a Refusal, of what a component says, carries or refuses, of a finding or a
/// score line, and strings a local "refusal" or "code" is chosen from.
/// </summary>
internal static partial class SourceCodes
{
    private static readonly string[] Folders = ["Grains", "Server"];

    public static IEnumerable<(string Code, string File)> All()
    {
        foreach (var path in Paths())
            foreach (var code in Of(File.ReadAllText(path)).Distinct())
                yield return (code, Path.GetRelativePath(Files.Root, path));
    }

    /// <summary>Of them, what somebody is refused with.</summary>
    public static IEnumerable<string> Refusals() =>
        Sources().SelectMany(source => Refusal().Matches(source))
            .SelectMany(statement => Code().Matches(statement.Value))
            .Select(match => match.Groups[1].Value);

    /// <summary>What is told of, without having been refused: events, alerts, score lines.</summary>
    public static IEnumerable<string> Events() =>
        Sources().SelectMany(source => Event().Matches(source))
            .SelectMany(statement => Code().Matches(statement.Value))
            .Select(match => match.Groups[1].Value);

    public static IEnumerable<string> Of(string source) =>
        Statement().Matches(Flat(source)).SelectMany(statement => Code().Matches(statement.Value))
            .Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Sources() => Paths().Select(path => Flat(File.ReadAllText(path)));

    private static IEnumerable<string> Paths() =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Files.Path(folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"));

    /// <summary>On one line: where a call is broken into lines says nothing.</summary>
    private static string Flat(string source) => Space().Replace(source, " ").Replace("( ", "(", StringComparison.Ordinal);

    /// <summary>From the call (or assignment) up to its end, arguments excluded where the code comes first.</summary>
    [GeneratedRegex(
        @"([Rr]efusals?\.Of\(|Refused\("
        + @"|_desk\.Refuse\(|ruling\.Say\(|ruling\.(Done|Refuse)\(command, |new Finding\(|Keep\(drill, )[^,;)]*"
        + @"|new ScoreLine\([^""\[]*""[^\[]*|(var (refusal|code) = )[^;]*;|=> ""drill-[a-z-]+""")]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"([Rr]efusals?\.Of\(|Refused\(|_desk\.Refuse\(|ruling\.Refuse\(command, |return Refuse\("
        + @"|EventKind\.Refused, |Keep\(drill, )[^,;)]*|(var refusal = )[^;]*;|=> ""drill-[a-z-]+""")]
    private static partial Regex Refusal();

    [GeneratedRegex(
        @"(ruling\.(Say|Done)\(|new Finding\(|Kill\(state, |new (DomainEvent|ScoreLine)\("
        + @"|EventKind\.(Command|System|Refused), )[^;]*;|(var code|const string \w+) = [^;]*;")]
    private static partial Regex Event();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"""([a-z]+(?:-[a-z]+)*)""")]
    private static partial Regex Code();
}
