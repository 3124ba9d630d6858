using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsGame.Server.Formats;

namespace OpsGame.Server.Schemas;

/// <summary>
/// The format as JSON Schema (draft 7, which editors know). What a schema cannot say (references, sums) the reader checks.
/// </summary>
internal static class SchemaWriter
{
    private static readonly JsonSerializerOptions Style =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject schema) => schema.ToJsonString(Style) + "\n";

    public static JsonObject Of(FileFormat format)
    {
        var schema =
            new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = $"OpsGame {format.Kind}" };
        foreach (var (key, value) in Keys(format, format.Root, "").ToArray()) schema[key] = value?.DeepClone();
        return schema;
    }

    private static JsonObject Keys(FileFormat format, FormatKey holder, string path)
    {
        var keys = format.KeysOf(holder, path).ToArray();
        var required = keys.Where(key => key.IsRequired(holder, library: false)).Select(key => (JsonNode)key.Name).ToArray();
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = holder.AnyKey };
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        schema["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(
            key.Name, Key(format, holder, key, FileFormat.Join(path, key.Name)))));
        return schema;
    }

    private static JsonObject Key(FileFormat format, FormatKey holder, FormatKey key, string path)
    {
        var schema = key.Shape is { } shape ? Value(shape) : Keys(format, key, path);
        if (key.MostEntries is { } most)
        {
            schema = new JsonObject { ["type"] = "array", ["items"] = schema, ["maxItems"] = most };
            if (key.IsRequired(holder, library: false)) schema["minItems"] = 1;
        }

        var words = key.Words.Concat(key.Shape?.Words ?? []).Select(word => (JsonNode)word).ToArray();
        if (words.Length > 0)
            schema = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["enum"] = new JsonArray(words) }) };
        schema["description"] = Description(format, holder, key, path);
        return schema;
    }

    private static JsonObject Value(Shape shape)
    {
        if (!shape.Choices.IsEmpty)
            return new JsonObject { ["enum"] = new JsonArray([.. shape.Choices.Select(choice => (JsonNode)choice)]) };
        var schema = new JsonObject { ["type"] = shape.Type };
        if (shape.Pattern is { } pattern) schema["pattern"] = pattern;
        if (shape.Numbers is var (least, most)) (schema["minimum"], schema["maximum"]) = (Number(least), Number(most));
        if (shape.MostLength is { } length) (schema["minLength"], schema["maxLength"]) = (1, length);
        return schema;
    }

    /// <summary>Whole numbers without a point: 1, not 1.0.</summary>
    private static JsonNode Number(double number) => number == Math.Truncate(number) ? (long)number : number;

    private static string Description(FileFormat format, FormatKey holder, FormatKey key, string path)
    {
        var facts = KeyFacts.Of(format, holder, key, path);
        var parts = new[]
        {
            facts.Unit, facts.Range, facts.Example.Length > 0 ? $"e.g. {facts.Example}" : "",
            facts.Default is "" or "required" ? facts.Default : $"default: {facts.Default}",
        };
        return $"{char.ToUpperInvariant(facts.Meaning[0])}{facts.Meaning[1..]}. "
            + $"({string.Join("; ", parts.Where(part => part.Length > 0))})";
    }
}
