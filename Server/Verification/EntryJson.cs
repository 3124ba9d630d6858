using System.Text.Json;
using System.Text.Json.Nodes;
using OpsGame.Server.Formats;
using OpsGame.Server.Storage;

namespace OpsGame.Server.Verification;

/// <summary>Entries as files.</summary>
internal static class EntryJson
{
    /// <summary>30 runs of four hours, and a log of as many commands as an estate takes, are less.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    public static string Write(IEntry entry) =>
        entry is StrategyEntryFile strategy ? Json.Write(strategy) : Json.Write((DrillEntryFile)entry);

    /// <summary>Null: it is no entry.</summary>
    public static IEntry? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text)?["kind"]?.GetValue<string>() switch
            {
                StrategyEntryFile.Strategy =>
                    Json.Read<StrategyEntryFile>(text) is { Runs.IsDefault: false, Plan: not null, ScenarioText: not null } read
                        ? read
                        : null,
                DrillEntryFile.Drill =>
                    Json.Read<DrillEntryFile>(text) is { Log.IsDefault: false, Result: not null, ScenarioText: not null } read
                        ? read
                        : null,
                _ => null,
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException
            or ScenarioException)
        {
            return null;
        }
    }
}
