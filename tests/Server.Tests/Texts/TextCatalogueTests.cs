using System.Text.Json;
using System.Text.RegularExpressions;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Texts;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Tests.Texts;

public partial class TextCatalogueTests
{
    private readonly TextCatalogue _texts = TextCatalogue.Embedded;

    [Fact]
    public void BothLanguagesHaveTheSameCodesInOrder()
    {
        var (english, korean) = (Codes("en"), Codes("ko"));
        Assert.Equal(english.Order(StringComparer.Ordinal), english);
        Assert.Equal(english, korean);
        Assert.Equal(english, _texts.Codes);
    }

    [Fact]
    public void BothLanguagesNameTheSameArguments()
    {
        foreach (var code in _texts.Codes)
        {
            var text = _texts.Of(code, ["<0>", "<1>", "<2>", "<3>"]);
            Assert.True(
                Arguments(text.En).SetEquals(Arguments(text.Ko)),
                $"{code}: '{text.En}' and '{text.Ko}' name different arguments");
        }
    }

    [Fact]
    public void EveryDeclaredCodeHasATextAndIsDeclaredOnce()
    {
        Assert.Empty(DeclaredCodes.All.Except(_texts.Codes));
        Assert.Equal(DeclaredCodes.All.Distinct().Count(), DeclaredCodes.All.Count);
    }

    [Fact]
    public void EveryCauseHasAScoreLineAndEveryFaultAText()
    {
        var known = _texts.Codes.ToHashSet(StringComparer.Ordinal);
        var causes = Enum.GetNames<Cause>().Skip(1).Select(name => $"score-{KebabOf(name)}");
        var faults = ActionCatalogue.Distinct.Where(spec => spec.InstructorOnly).Select(spec => $"fault-{spec.Id}");
        Assert.All(causes.Concat(faults), code => Assert.Contains(code, known));
    }

    [Fact]
    public void EveryLookHasATextForItsBeginAndItsFinding() =>
        Assert.All(ActionCatalogue.Distinct.OfType<LookSpec>(), look => Assert.Superset(
            new HashSet<string> { $"look-{look.Id}", $"found-{look.Id}" }, _texts.Codes.ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void AClassOfUsersIsCalledByItsTitleWhereItHasOne()
    {
        var shop = _texts.With([("users-browse", new Text("Browse", "둘러보기"))]);
        Assert.Equal(
            new Text("Many “Browse” requests fail.", "둘러보기 요청이 많이 실패하고 있습니다."), shop.Of("alert-errors", ["browse"]));
        Assert.Equal("browse 요청이 많이 실패하고 있습니다.", _texts.Of("alert-errors", ["browse"]).Ko);
    }

    [Theory]
    [InlineData("7775916.8", "89 days", "89일")]
    [InlineData("7200", "2 hours", "2시간")]
    [InlineData("343.8", "5 min 43 s", "5분 43초")]
    [InlineData("60", "1 min", "1분")]
    [InlineData("59.4", "59.4 s", "59.4초")]
    [InlineData("soon", "soon", "soon")]
    public void DurationsReadNaturally(string seconds, string english, string korean)
    {
        var text = _texts.Of("found-check-certificate", ["cert", seconds]);
        Assert.Equal(new Text($"cert: the certificate expires in {english}.", $"cert: 인증서가 {korean} 뒤에 만료됩니다."), text);
    }

    [Fact]
    public void AnArgumentIsNeverReadAsAPattern()
    {
        var text = _texts.Of("parameter-not-a-number", ["{1}", "<b>{0}</b>"]);
        Assert.Equal("{1} should be a number, not <b>{0}</b>.", text.En);
    }

    [Fact]
    public void ACodeWithoutATextIsShownItself() =>
        Assert.Equal(new Text("no-such-code", "no-such-code"), _texts.Of("no-such-code", ["x"]));

    private static string[] Codes(string language)
    {
        using var file = JsonDocument.Parse(Files.Read($"Server/Texts/texts.{language}.json"));
        return [.. file.RootElement.EnumerateObject().Select(entry => entry.Name)];
    }

    private static HashSet<string> Arguments(string text) => [.. Argument().Matches(text).Select(match => match.Value)];

    private static string KebabOf(string name) => Upper().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex(@"<\d>")]
    private static partial Regex Argument();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Upper();
}
