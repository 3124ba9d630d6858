namespace OpsGame.House.Tests.Sources;

public class SourcesTests
{
    [Theory, MemberData(nameof(Part.Everything), MemberType = typeof(Part))]
    public void EveryProjectHasAsManyFilesAsItShould(string name)
    {
        var part = Part.Named(name);
        Assert.True(part.Files.Count >= part.Fewest, $"{part.Root} has {part.Files.Count} files: is that the right folder?");
    }

    [Fact]
    public void AFileInTheRootIsInTheRootFolder()
    {
        Assert.Equal(".", new SourceFile("App.svelte", "").Folder);
        Assert.Equal("wire/old", new SourceFile("wire/old/frame.ts", "").Folder);
    }

    [Fact]
    public void TheLastLineEndBeginsNoLine() =>
        Assert.Equal(["one", "", "three"], new SourceFile("a.cs", "one\n\nthree\n").Lines);
}
