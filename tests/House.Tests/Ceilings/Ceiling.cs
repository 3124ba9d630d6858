using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Ceilings;

/// <summary>
/// Holds a figure to ceilings.json beside the project file. With HOUSE=write in the environment what fell is written there.
/// </summary>
internal static class Ceiling
{
    private const int MostListed = 30;

    private static readonly Lock Gate = new();
    private static readonly string FilePath = Tree.Path("tests/House.Tests/ceilings.json");
    private static readonly bool Writes = Environment.GetEnvironmentVariable("HOUSE") == "write";

    /// <summary>The figure is the number of findings.</summary>
    public static void Hold(string rule, string part, IReadOnlyCollection<Finding> findings) =>
        Hold(rule, part, findings.Count, findings);

    /// <exception cref="Xunit.Sdk.FailException">The figure is above its ceiling, or below it.</exception>
    public static void Hold(string rule, string part, int figure, IEnumerable<Finding> findings)
    {
        var verdict = Judge(rule, part, figure);
        if (verdict is not null) Assert.Fail(string.Join("\n", [verdict, .. Listed(findings)]));
    }

    public static IEnumerable<string> Listed(IEnumerable<Finding> findings)
    {
        var worst = findings.OrderByDescending(finding => finding.Size).Select(finding => "  " + finding.What).ToArray();
        return worst.Length <= MostListed ? worst : [.. worst.Take(MostListed), $"  and {worst.Length - MostListed} more"];
    }

    private static string? Judge(string rule, string part, int figure)
    {
        lock (Gate)
        {
            var table = CeilingTable.Parse(File.ReadAllText(FilePath));
            if (Writes)
            {
                table.Lower(rule, part, figure);
                File.WriteAllText(FilePath, table.Print());
            }

            return table.Verdict(rule, part, figure);
        }
    }
}
