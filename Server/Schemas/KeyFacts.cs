using OpsGame.Server.Formats;

namespace OpsGame.Server.Schemas;

/// <summary>Everything people want to know about a key, in words.</summary>
internal sealed record KeyFacts(string Meaning, string Example, string Unit, string Range, string Default)
{
    public static KeyFacts Of(FileFormat format, FormatKey holder, FormatKey key, string path)
    {
        var remark = format.About(path);
        var unit = key.Shape?.Unit ?? (key.MostEntries is null ? "keys" : "list");
        var words = key.Words.Concat(key.Shape?.Words ?? []).ToArray();
        var range = key.MostEntries is { } most ? $"at most {most}" : key.Shape?.Range ?? "";
        if (IsText(key))
        {
            var example = $"{{en: {format.About(path + ".en").Example}, ko: {format.About(path + ".ko").Example}}}";
            return new KeyFacts(
                remark.Meaning, example, "text in both languages", $"each {key.Keys[0].Shape!.Range}", DefaultOf(holder, key));
        }

        return new KeyFacts(
            remark.Meaning, remark.Example, words.Length > 0 ? $"{unit}, or {string.Join(", ", words)}" : unit, range,
            DefaultOf(holder, key));
    }

    /// <summary>Its two keys need no words of their own.</summary>
    public static bool IsText(FormatKey key) => key.Keys is [{ Name: "en" }, { Name: "ko" }];

    private static string DefaultOf(FormatKey holder, FormatKey key)
    {
        if (key.IsRequired(holder, library: false)) return "required";
        var otherwise = key.Default ?? "";
        if (!key.IsRequired(holder, library: true)) return otherwise;
        return otherwise.Length == 0 ? "library: required" : $"{otherwise}; library: required";
    }
}
