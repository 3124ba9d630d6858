using OpsGame.House.Tests.Ceilings;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Lengths;

/// <summary>A file is one noun.</summary>
internal static class LongFiles
{
    public const int Most = 250;

    public static IReadOnlyList<Finding> In(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           where file.Lines.Length > Most
           select new Finding(file.Lines.Length, $"{file.Path} has {file.Lines.Length} lines"),
    ];
}
