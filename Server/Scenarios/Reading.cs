using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Scenarios;

/// <summary>One reading of one file: it collects every problem instead of stopping at the first.</summary>
/// <param name="library">The file stands in the library: texts, objectives and score must be there.</param>
internal sealed class Reading(string file, bool library)
{
    /// <summary>Nobody mends more at a time, and a hostile file cannot make the list long.</summary>
    public const int MostProblems = 100;

    private readonly List<Problem> _problems = [];

    public bool Library { get; } = library;

    public bool Failed => _problems.Count > 0;

    public void Add(YamlNode node, string code, string message) => Add(node.Start, code, message);

    public void Add(Mark at, string code, string message)
    {
        if (_problems.Count < MostProblems) _problems.Add(new Problem(file, (int)at.Line, (int)at.Column, code, message));
    }

    public void ThrowIfFailed()
    {
        if (!Failed) return;
        var inOrder = _problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column);
        throw new ScenarioException([.. inOrder]);
    }
}
