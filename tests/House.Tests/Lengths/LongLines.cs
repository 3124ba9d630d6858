using OpsGame.House.Tests.Ceilings;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Lengths;

/// <summary>A line fits the screen (max_line_length in .editorconfig).</summary>
internal static class LongLines
{
    public const int Most = 130;

    public static IReadOnlyList<Finding> In(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           from line in file.Lines.Index()
           where line.Item.Length > Most
           select new Finding(line.Item.Length, $"{file.Path}:{line.Index + 1} has {line.Item.Length} columns"),
    ];
}
