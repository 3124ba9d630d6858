using System.Text.RegularExpressions;
using OpsGame.Server.Formats;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Schemas;

/// <summary>
/// The format of a kind of file: what its strict reader asks for while it reads a file that has every key (every-key.yaml), and
/// what that file says about each. So the reader is the only place where the format is written down.
/// </summary>
internal sealed partial class FileFormat
{
    private readonly Dictionary<string, Remark> _remarks = new(StringComparer.Ordinal);

    private FileFormat(string kind, string file, Action<string, Reading> read)
    {
        Kind = kind;
        Root = new FormatKey("");
        var text = Resource(file);
        foreach (var library in new[] { false, true }) read(text, new Reading(file, library) { Format = Root });
        Collect(YamlTree.Read(text, new Reading(file, library: true))!, "", text.Split('\n'));
    }

    public static FileFormat OfScenarios() =>
        new("scenario", "every-key.yaml", (text, reading) => ScenarioReader.Read(text, reading, []));

    /// <summary>Its example is a plan for the scenario that has every key.</summary>
    public static FileFormat OfPlans()
    {
        var scenario = ScenarioReader.Read(Resource("every-key.yaml"), "every-key.yaml");
        return new("plan", "every-plan-key.yaml", (text, reading) => PlanReader.Read(text, reading, scenario));
    }

    /// <summary>What the files are.</summary>
    public string Kind { get; }

    /// <summary>Its Keys are those of the file itself.</summary>
    public FormatKey Root { get; }

    /// <summary>What a key means and how it may look.</summary>
    /// <param name="path">Keys joined by dots, entries of lists left out: classes.work.app.</param>
    public Remark About(string path) => _remarks.GetValueOrDefault(path) ?? new Remark("", "", int.MaxValue);

    /// <summary>In the order of every-key.yaml.</summary>
    public IEnumerable<FormatKey> KeysOf(FormatKey holder, string path) =>
        holder.Keys.OrderBy(key => About(Join(path, key.Name)).Order);

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

    private static string Resource(string file)
    {
        using var stream = typeof(FileFormat).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@" # (.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    /// <summary>What every-key.yaml says about a key: a comment on its line, and the value there.</summary>
    internal sealed record Remark(string Meaning, string Example, int Order);
}
