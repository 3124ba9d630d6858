using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Registry;

public class MissingTests
{
    private static readonly Registered Door = new(
        "open-door", ["action_open_door"], ["door-opened"], [new("README.md", "| `", "`open-door`")],
        ["open-door", "Actions.OpenDoor"]);

    [Fact]
    public void ATextMissingInOneLanguageIsFound()
    {
        var found = Missing.Texts([Door], Languages(["action_open_door"], ["action_open_door"]), Languages(["door-opened"], []));
        Assert.Equal(["open-door has no door-opened in ko"], found.Select(finding => finding.What));
    }

    [Fact]
    public void AReferenceLineIsFoundByItsWholeWord()
    {
        Assert.Empty(Missing.Lines([Door], _ => ["| `open-door` | Open |"]));
        Assert.Single(Missing.Lines([Door], _ => ["| `open-door-twice` | Open |", "see `open-door`"]));
    }

    [Fact]
    public void ANameInAStringOrAnIdentifierIsATest()
    {
        Assert.Empty(Missing.Tests([Door], Named("class T { string Plan = \"action: open-door, target: a\"; }")));
        Assert.Empty(Missing.Tests([Door], Named("class T { string Plan => $\"{1}: open-door\"; }")));
        Assert.Empty(Missing.Tests([Door], Named("class T { object Plan => Actions.OpenDoor; }")));
    }

    [Fact]
    public void ARemarkOrALongerWordIsNoTest() =>
        Assert.Single(Missing.Tests([Door], Named("class T { string Plan = \"open-door-twice\"; /* open-door */ }")));

    private static ISet<string> Named(string source) => NamedInTests.In([new SourceFile("T.cs", source)]);

    private static Dictionary<string, ISet<string>> Languages(string[] english, string[] korean) =>
        new() { ["en"] = english.ToHashSet(), ["ko"] = korean.ToHashSet() };
}
