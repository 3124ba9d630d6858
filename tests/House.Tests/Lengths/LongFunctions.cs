using OpsGame.House.Tests.Ceilings;

namespace OpsGame.House.Tests.Lengths;

/// <summary>A function fits the screen.</summary>
internal static class LongFunctions
{
    public const int Most = 70;

    public static IReadOnlyList<Finding> In(IEnumerable<Function> functions) =>
    [
        .. from function in functions
           where function.Lines > Most
           select new Finding(function.Lines, $"{function.Path}:{function.Line} {function.Name} has {function.Lines} lines"),
    ];
}
