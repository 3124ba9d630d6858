using OpsGame.Server.Texts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Formats;

/// <summary>One reading of one file: it collects every problem instead of stopping at the first.</summary>
/// <param name="library">The file stands in the library: texts, objectives and score must be there.</param>
internal sealed class Reading(string file, bool library)
{
    private readonly Dictionary<YamlNode, string> _sources = new(ReferenceEqualityComparer.Instance);

    /// <summary>Nobody fixes more at a time, and a hostile file cannot make the list long.</summary>
    public const int MostProblems = 100;

    private readonly List<Problem> _problems = [];

    public bool Library { get; } = library;

    /// <summary>Where the format is written down while a file is read.</summary>
    public FormatKey? Format { get; init; }

    public bool Failed => _problems.Count > 0;

    /// <summary>A node that does not stand in the file: problems in it are named after where it came from.</summary>
    public void Adopt(YamlNode node, string source)
    {
        foreach (var part in node.AllNodes) _sources[part] = source;
    }

    public void Add(YamlNode node, string code, string message) =>
        Add(_sources.GetValueOrDefault(node, file), node.Start, code, message);

    /// <summary>What play would refuse, in the words it is refused with there.</summary>
    public void Add(YamlNode node, string code, Text text) =>
        Add(_sources.GetValueOrDefault(node, file), node.Start, code, text.En, text);

    public void Add(Mark at, string code, string message) => Add(file, at, code, message);

    public void Add(IEnumerable<Problem> problems) => _problems.AddRange(problems.Take(MostProblems - _problems.Count));

    private void Add(string source, Mark at, string code, string message, Text? text = null)
    {
        // What was made, not read, has no place of its own: the source's first one stands for it.
        if (_problems.Count < MostProblems)
            _problems.Add(new Problem(source, Math.Max(1, (int)at.Line), Math.Max(1, (int)at.Column), code, message, text));
    }

    public IReadOnlyList<Problem> Problems => _problems;

    public void ThrowIfFailed()
    {
        if (!Failed) return;
        var inOrder = _problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column);
        throw new ScenarioException([.. inOrder]);
    }
}
