using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Scenarios.Format;

/// <summary>
/// The format of scenario files: what the strict reader asks for while it reads a file that has every key (every-key.yaml), and
/// what that file says about each. So the reader is the only place where the format is written down.
/// </summary>
internal sealed partial class ScenarioFormat
{
    private const string File = "every-key.yaml";

    private readonly Dictionary<string, Remark> _remarks = new(StringComparer.Ordinal);

    private ScenarioFormat(string text)
    {
        Root = new FormatKey("");
        foreach (var library in new[] { false, true }) ScenarioReader.Read(text, new Reading(File, library) { Format = Root }, []);
        Collect(YamlTree.Read(text, new Reading(File, library: true))!, "", text.Split('\n'));
    }

    /// <summary>Its Keys are those of the file itself.</summary>
    public FormatKey Root { get; }

    public static ScenarioFormat Load()
    {
        using var stream = typeof(ScenarioFormat).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not embedded");
        using var reader = new StreamReader(stream);
        return new ScenarioFormat(reader.ReadToEnd());
    }

    /// <summary>What a key means and how it may look.</summary>
    /// <param name="path">Keys joined by dots, entries of lists left out: classes.work.app.</param>
    public Remark About(string path) => _remarks.GetValueOrDefault(path) ?? new Remark("", "", int.MaxValue);

    /// <summary>In the order of every-key.yaml.</summary>
    public IEnumerable<FormatKey> KeysOf(FormatKey holder, string path) => holder.Keys.OrderBy(key => About(Join(path, key.Name)).Order);

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void Collect(YamlNode node, string path, string[] lines)
    {
        if (node is YamlSequenceNode list)
            foreach (var entry in list) Collect(entry, path, lines);
        if (node is not YamlMappingNode map) return;
        foreach (var (key, value) in map)
        {
            var inner = Join(path, ((YamlScalarNode)key).Value!);
            var comment = Comment().Match(lines[(int)key.Start.Line - 1]).Groups[1].Value;
            if (!_remarks.TryGetValue(inner, out var said) || said.Meaning.Length == 0)
                _remarks[inner] = new Remark(comment, (value as YamlScalarNode)?.Value ?? "", said?.Order ?? _remarks.Count);
            Collect(value, inner, lines);
        }
    }

    [GeneratedRegex(@" # (.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    /// <summary>What every-key.yaml says about a key: a comment on its line, and the value there.</summary>
    internal sealed record Remark(string Meaning, string Example, int Order);
}
