using OpsGame.House.Tests.Ceilings;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Folders;

public class FloorsTests
{
    private static readonly Floors House = Floors.Parse("[Barn]\nHay\n[House]\nCellar # cool\n\nKitchen Bath\nAttic\n", "House");

    [Theory, MemberData(nameof(Part.Shipped), MemberType = typeof(Part))]
    public void EveryFolderIsDrawn(string name)
    {
        var part = Part.Named(name);
        Assert.Empty(Drawn(name).Misdrawn([.. part.Sources.Select(file => file.Folder)]));
    }

    [Theory, MemberData(nameof(Part.Shipped), MemberType = typeof(Part))]
    public void FoldersUseWhatLiesBelow(string name)
    {
        var part = Part.Named(name);
        var arrows = Arrows.Of(part);
        Assert.True(arrows.Count > part.Sources.Count, $"{name} has {arrows.Count} uses: are they all seen?");
        Ceiling.Hold("arrows that do not point down", name, Drawn(name).Upwards(arrows));
    }

    [Fact]
    public void AnUpwardDependencyIsFound() =>
        Assert.Equal(
            [new Finding(2, "Cellar → Attic: 2 uses (Roof), as in Cellar/Wine.cs:7")],
            House.Upwards([Use("Cellar", "Attic"), Use("Cellar", "Attic"), Use("Attic", "Cellar"), Use("Kitchen", "Cellar")]));

    [Fact]
    public void AnArrowToTheSameFloorIsFound() => Assert.Single(House.Upwards([Use("Kitchen", "Bath")]));

    [Fact]
    public void ARoomUsesItself() =>
        Assert.Empty(House.Upwards([Use("Kitchen/Shelf", "Kitchen"), Use("Kitchen", "Kitchen/Shelf")]));

    [Fact]
    public void AFolderInARoomHasTheRoomsFloor() =>
        Assert.Single(House.Upwards([Use("Cellar", "Kitchen/Shelf"), Use("Kitchen/Shelf", "Cellar")]));

    [Fact]
    public void AFolderOnNoFloorAndAFloorWithoutItsFolderAreFound() =>
        Assert.Equal(
            ["Shed is on no floor", "Bath is on a floor, but there is no such folder"],
            House.Misdrawn(["Cellar", "Kitchen/Shelf", "Attic", "Shed"]));

    private static Floors Drawn(string part) => Floors.Parse(Tree.Read("tests/House.Tests/floors.txt"), part);

    private static Arrow Use(string from, string to) => new(from, to, "Cellar/Wine.cs", 7, "Roof");
}
