using System.Text.Json;
using OpsGame.House.Tests.Ceilings;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Registry;

public class RegistryTests
{
    private static readonly string[] Languages = ["en", "ko"];

    /// <summary>By the tests of what is registered, not by those of this rule.</summary>
    private static readonly Lazy<ISet<string>> Named = new(() => NamedInTests.In(
        Part.Tests.Files.Where(file => file.Path.Split('/')[0] is "Simulation.Tests" or "Grains.Tests" or "Server.Tests")));

    [Theory, MemberData(nameof(Registers.All), MemberType = typeof(Registers))]
    public void EverythingRegisteredHasItsTexts(string part) =>
        Ceiling.Hold(
            "missing texts", part, Missing.Texts(Registers.Of(part), Keys("WebClient/messages/"), Keys("Server/Texts/texts.")));

    [Theory, MemberData(nameof(Registers.All), MemberType = typeof(Registers))]
    public void EverythingRegisteredHasItsReferenceLine(string part) =>
        Ceiling.Hold("missing reference lines", part, Missing.Lines(Registers.Of(part), file => Tree.Read(file).Split('\n')));

    [Theory, MemberData(nameof(Registers.All), MemberType = typeof(Registers))]
    public void EverythingRegisteredIsNamedInATest(string part) =>
        Ceiling.Hold("missing tests", part, Missing.Tests(Registers.Of(part), Named.Value));

    [Theory, MemberData(nameof(Registers.All), MemberType = typeof(Registers))]
    public void SomethingIsRegistered(string part) =>
        Assert.True(Registers.Of(part).Count >= 10, $"Only {Registers.Of(part).Count} {part} are seen");

    private static Dictionary<string, ISet<string>> Keys(string files) =>
        Languages.Select(language => $"{files}{language}.json")
            .ToDictionary(file => file, ISet<string> (file) => KeysOf(Tree.Read(file)));

    private static HashSet<string> KeysOf(string json) =>
        [.. JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.Keys];
}
