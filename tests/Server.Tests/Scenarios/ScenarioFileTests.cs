using System.Globalization;
using CsCheck;
using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>A file that is no scenario at all is refused with its place, whatever it is.</summary>
public class ScenarioFileTests
{
    [Fact]
    public void AnAnchorBombIsNotExpanded()
    {
        var text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "bomb.yaml"));
        Assert.All(broken.Problems, problem => Assert.Equal("anchor", problem.Code));
        Assert.Equal(7, broken.Problems.Length);
    }

    [Fact]
    public void ADeeplyNestedFileIsRefused()
    {
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(new string('[', 100_000), "shaft.yaml"));
        Assert.Equal(["too-deep"], broken.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\u001b')]
    [InlineData('\u0090')]
    [InlineData('\u200B')]
    [InlineData('\u200D')]
    [InlineData('\u202E')]
    [InlineData('\u2067')]
    [InlineData('\uFEFF')]
    public void AnInvisibleCharacterIsReportedWithItsPlace(char unseen)
    {
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read($"id: a\n# no{unseen}te\n", "unseen.yaml"));
        Assert.StartsWith("unseen.yaml:2:5 control-character ", broken.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u202E")]
    [InlineData("\\x07")]
    [InlineData("\\0")]
    public void AnInvisibleCharacterInAnEscapeIsReportedToo(string escape)
    {
        var broken =
            Assert.Throws<ScenarioException>(() => ScenarioReader.Read($"id: a\ntitle: {{en: \"b{escape}\"}}\n", "unseen.yaml"));
        Assert.StartsWith("unseen.yaml:2:13 control-character ", broken.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileBeyondTheLimitIsNotRead()
    {
        var text = Example.Text + string.Create(CultureInfo.InvariantCulture, $"\n# {new string('x', 256 * 1024)}");
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "large.yaml"));
        Assert.Equal(["too-large"], broken.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("- a\n- list")]
    [InlineData("id: one\n---\nid: two")]
    public void AFileOfAnotherShapeIsRefused(string text)
    {
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "shape.yaml"));
        Assert.Equal("wrong-type", Assert.Single(broken.Problems).Code);
    }

    [Fact]
    public void BrokenYamlIsNamedWhereItBreaks()
    {
        var broken = Assert.Throws<ScenarioException>(() =>
            ScenarioReader.Read("id: one\nracks: [a, b\nsizes: 2\n", "broken.yaml"));
        var problem = Assert.Single(broken.Problems);
        Assert.Equal(("syntax", 3), (problem.Code, problem.Line));
    }

    [Fact]
    public void NoDamageToAFileBreaksTheReader()
    {
        string[] splinters = ["", "[", "}", "\"", ": ", "- ", "\t", "\n", "&", "|", "? ", "%", "*", "!x", "\0"];
        var damages = Gen.Select(Gen.Int[0, Example.Text.Length - 1], Gen.Int[0, 40], Gen.Int[0, splinters.Length - 1]);
        damages.Sample(
            (at, length, splinter) =>
            {
                var end = Math.Min(at + length, Example.Text.Length);
                try
                {
                    ScenarioReader.Read(Example.Text[..at] + splinters[splinter] + Example.Text[end..], "damaged.yaml");
                }
                catch (ScenarioException refused)
                {
                    Assert.NotEmpty(refused.Problems);
                }
            },
            iter: 2000);
    }
}
