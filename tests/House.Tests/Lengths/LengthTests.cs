using OpsGame.House.Tests.Ceilings;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Lengths;

public class LengthTests
{
    [Theory, MemberData(nameof(Part.Everything), MemberType = typeof(Part))]
    public void LinesAreShort(string name) =>
        Ceiling.Hold($"lines over {LongLines.Most} columns", name, LongLines.In(Part.Named(name).Files));

    [Theory, MemberData(nameof(Part.Everything), MemberType = typeof(Part))]
    public void FilesAreShort(string name) =>
        Ceiling.Hold($"files over {LongFiles.Most} lines", name, LongFiles.In(Part.Named(name).Files));

    [Theory, MemberData(nameof(Part.Shipped), MemberType = typeof(Part))]
    public void TheMedianFileFitsAScreen(string name) =>
        Ceiling.Hold($"median lines over {MedianFile.Most}", name, MedianFile.TooLongIn(Part.Named(name).Sources), []);

    [Fact]
    public void ALongLineIsFound()
    {
        var file = new SourceFile("a.cs", "short\n" + new string('x', 131) + "\n" + new string('x', 130) + "\n");
        Assert.Equal([new Finding(131, "a.cs:2 has 131 columns")], LongLines.In([file]));
    }

    [Fact]
    public void ALongFileIsFound()
    {
        SourceFile[] files = [Long("a.cs", 250), Long("b.cs", 251)];
        Assert.Equal([new Finding(251, "b.cs has 251 lines")], LongFiles.In(files));
    }

    [Fact]
    public void AMedianAboveAScreenIsFound()
    {
        Assert.Equal(3, MedianFile.TooLongIn([Long("a.cs", 1), Long("b.cs", 63), Long("c.cs", 900)]));
        Assert.Equal(0, MedianFile.TooLongIn([Long("a.cs", 1), Long("b.cs", 60), Long("c.cs", 900)]));
    }

    private static SourceFile Long(string path, int lines) => new(path, string.Concat(Enumerable.Repeat("line\n", lines)));
}
