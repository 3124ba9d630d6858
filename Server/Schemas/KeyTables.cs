using System.Text;
using OpsGame.Server.Formats;

namespace OpsGame.Server.Schemas;

/// <summary>The format as Markdown tables, one for every place that holds keys: the README's reference.</summary>
internal static class KeyTables
{
    public static string Write(FileFormat format)
    {
        var text = new StringBuilder();
        Table(text, format, format.Root, "");
        return text.ToString().TrimStart('\n');
    }

    private static void Table(StringBuilder text, FileFormat format, FormatKey holder, string path)
    {
        var keys = format.KeysOf(holder, path).ToArray();
        if (keys.Length == 0) return;
        var title = path.Length == 0 ? $"The {format.Kind}" : $"`{path}`";
        var kind = holder.MostEntries is null ? "" : ", each";
        text.Append(
            $"\n### {title}{kind}\n\n| key | what | example | written as | range | default |\n|---|---|---|---|---|---|\n");
        foreach (var key in keys)
        {
            var facts = KeyFacts.Of(format, holder, key, FileFormat.Join(path, key.Name));
            var example = facts.Example.Length == 0 ? "below" : $"`{facts.Example}`";
            text.Append($"| `{key.Name}` | {facts.Meaning} | {example} | {facts.Unit} | {facts.Range} | {facts.Default} |\n");
        }

        foreach (var key in keys.Where(key => key.Shape is null && !KeyFacts.IsText(key)))
            Table(text, format, key, FileFormat.Join(path, key.Name));
    }
}
