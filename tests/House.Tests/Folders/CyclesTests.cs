using OpsGame.House.Tests.Ceilings;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Folders;

public class CyclesTests
{
    [Theory, MemberData(nameof(Part.Shipped), MemberType = typeof(Part))]
    public void NoFoldersUseEachOther(string name)
    {
        var floors = Floors.Parse(Tree.Read("tests/House.Tests/floors.txt"), name);
        Ceiling.Hold("folders in a cycle", name, Cycles.In(floors.BetweenRooms(Arrows.Of(Part.Named(name)))));
    }

    [Fact]
    public void FoldersThatUseEachOtherAreACycle() =>
        Assert.Equal(
            [new(2, "Racks, in a cycle of 2, uses Servers 2×"), new(2, "Servers, in a cycle of 2, uses Racks 1×")],
            Cycles.In([Use("Racks", "Servers"), Use("Racks", "Servers"), Use("Servers", "Racks"), Use("Worlds", "Racks")]));

    [Fact]
    public void AChainIsNoCycle() =>
        Assert.Empty(Cycles.In([Use("Worlds", "Racks"), Use("Racks", "Servers"), Use("Worlds", "Servers")]));

    [Fact]
    public void TwoCyclesAreToldApart() =>
        Assert.Equal(
            ["a b c", "d e"],
            Components.Of([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "d"), ("e", "f")])
                .Select(component => string.Join(' ', component)).Order());

    private static Arrow Use(string from, string to) => new(from, to, "", 0, "");
}
