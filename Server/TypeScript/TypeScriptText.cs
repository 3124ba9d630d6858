using System.Text;

namespace OpsGame.Server.TypeScript;

/// <summary>Lines of TypeScript, none longer than the house allows.</summary>
internal sealed class TypeScriptText
{
    private const int Columns = 130;

    private readonly StringBuilder _text = new();

    /// <summary>Where a line is too long it goes on in the next, four columns further in; a union after its |.</summary>
    public TypeScriptText Line(string line = "")
    {
        var indent = line.Length - line.TrimStart().Length;
        Fold(line, new string(' ', indent + 4));
        return this;
    }

    /// <summary>A comment of documentation; nothing where nothing is said.</summary>
    public TypeScriptText Remark(string said, string indent = "")
    {
        if (said.Length == 0) return this;
        said = said.Replace("*/", "* /", StringComparison.Ordinal);
        if ($"{indent}/** {said} */".Length <= Columns) return Line($"{indent}/** {said} */");
        Line($"{indent}/**");
        Fold($"{indent} * {said}", $"{indent} * ");
        return Line($"{indent} */");
    }

    public override string ToString() => _text.ToString();

    private void Fold(string line, string next)
    {
        while (line.Length > Columns)
        {
            var end = line.LastIndexOf(' ', Columns, Columns - next.Length);
            if (end > 0 && line[end + 1] == '|') end = line.LastIndexOf(' ', end - 1);
            if (end <= next.Length) break;
            _text.Append(line.AsSpan(0, end)).Append('\n');
            line = next + line[(end + 1)..];
        }

        _text.Append(line).Append('\n');
    }
}
