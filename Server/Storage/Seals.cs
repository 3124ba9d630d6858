using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace OpsGame.Server.Storage;

/// <summary>
/// What a board shows is sealed with this server's keys once it was verified. Whoever changes a row of the database afterwards
/// breaks its seal; then it is not shown until it has been verified again.
/// </summary>
internal sealed class Seals(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("OpsGame.Seal.v1");

    public string Put(string content) => _protector.Protect(Digest(content));

    public bool Holds(string content, string seal)
    {
        if (seal.Length == 0) return false;
        try
        {
            return _protector.Unprotect(seal) == Digest(content);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>With its log's digest: the log is what it was verified by.</summary>
    public static string ContentOf(BoardRow row) => string.Join('\n',
        row.Drill, row.Team, row.Scenario, Show(row.ScenarioVersion), Show(row.Score), Show(row.SpentNanoDollars), row.LogDigest,
        row.Record);

    /// <summary>Of a log in the order of its ticks.</summary>
    public static async Task<string> DigestOf(IAsyncEnumerable<LogRow> log)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var entry in log)
            digest.AppendData(Encoding.UTF8.GetBytes($"{Show(entry.Tick)} {entry.PreviousHash} {entry.Commands}\n"));
        return Convert.ToHexStringLower(digest.GetCurrentHash());
    }

    /// <summary>Without the chains: they prove nothing that the last hash does not.</summary>
    public static string ContentOf(EvaluationRow row, IEnumerable<RunRow> runs)
    {
        var content = new StringBuilder()
            .Append(string.Join(
                '\n', row.Id, row.Scenario, Show(row.ScenarioVersion), row.ScenarioHash, row.Engine, row.House, row.Record))
            .Append('\n').Append(row.PlanText);
        foreach (var run in runs.OrderBy(each => each.Seed))
            content.Append('\n').AppendJoin(
                ' ', Show(run.Seed), Show(run.Score), Show(run.Failed), Show(run.SpentNanoDollars), Show(run.RolloutNs),
                Show(run.Given),
                Show(run.Refused), Show(run.Ticks), run.Hash);
        return content.ToString();
    }

    private static string Digest(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
