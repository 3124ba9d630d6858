using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpsGame.House.Tests.Ceilings;

/// <summary>How many findings a rule may still have in each part of the house. Ceilings only go down.</summary>
internal sealed class CeilingTable
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, SortedDictionary<string, int>> _rules;

    private CeilingTable(SortedDictionary<string, SortedDictionary<string, int>> rules) => _rules = rules;

    public static CeilingTable Parse(string json) =>
        new(JsonSerializer.Deserialize<SortedDictionary<string, SortedDictionary<string, int>>>(json)!);

    public string Print() => JsonSerializer.Serialize(_rules, Layout) + "\n";

    /// <summary>Null: the figure is what the ceiling says. Else what is wrong, in a sentence.</summary>
    public string? Verdict(string rule, string part, int figure) => Of(rule, part) switch
    {
        null => $"{part}, {rule}: {figure}, and there is no ceiling; write it with HOUSE=write",
        { } ceiling when figure > ceiling => $"{part}, {rule}: {figure}, the ceiling is {ceiling}",
        { } ceiling when figure < ceiling =>
            $"{part}, {rule}: lower the ceiling from {ceiling} to {figure}, or let HOUSE=write do it",
        _ => null,
    };

    /// <summary>Lowers a ceiling to the figure, or makes one where there is none; raises nothing.</summary>
    public void Lower(string rule, string part, int figure)
    {
        if (!_rules.TryGetValue(rule, out var parts)) _rules[rule] = parts = [];
        parts[part] = Math.Min(figure, parts.GetValueOrDefault(part, figure));
    }

    private int? Of(string rule, string part) =>
        _rules.TryGetValue(rule, out var parts) && parts.TryGetValue(part, out var ceiling) ? ceiling : null;
}
