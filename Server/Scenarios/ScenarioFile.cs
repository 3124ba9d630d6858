using System.Text;
using OpsGame.Server.Formats;

namespace OpsGame.Server.Scenarios;

/// <summary>A scenario file on disk.</summary>
public static class ScenarioFile
{
    /// <summary>The file's text; of a file too large to be a scenario only as much as shows that it is.</summary>
    public static string Text(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var buffer = new char[YamlTree.MostBytes + 1];
        var length = reader.ReadBlock(buffer);
        return new string(buffer, 0, length);
    }
}
