using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>The key bet: what becomes of it, and where a mistake in it is reported.</summary>
public sealed class BetReaderTests
{
    private const long Second = 1_000_000_000;

    private const string Bet = """
        bet:
          question: {en: What fills first?, ko: 무엇이 먼저 찰까요?}
          from: 30s
          until: 50s
          decided: 2m
          answers:
            - {alert: threads, component: server-1, text: {en: Threads, ko: 스레드}}
            - {alert: slow, component: browse, text: {en: Users wait, ko: 사용자가 기다린다}}
            - {text: {en: Neither, ko: 둘 다 아님}}

        """;

    [Fact]
    public void EveryKeyReachesItsRecord()
    {
        var bet = ScenarioReader.Read(Files.Read("Server/Schemas/every-key.yaml"), "every-key.yaml", library: true).Bet!;
        Assert.Equal(
            new BetSpec(
                new LocalText("What fills first?", "무엇이 먼저 찰까요?"), 30 * Second, 50 * Second, 120 * Second, default, "thread"),
            bet with { Answers = default });
        Assert.Equal(
            [
                new BetAnswer(new LocalText("Threads of web-1", "web-1의 스레드"), "alert-threads", "web-1"),
                new BetAnswer(new LocalText("Neither", "둘 다 아님"), "", ""),
            ],
            bet.Answers);
    }

    [Fact]
    public void AFileWithoutItAsksNobody() => Assert.Null(ScenarioReader.Read(Example.Text, "example.yaml").Bet);

    [Fact]
    public void AClassOfUsersIsAPlaceToo() =>
        Assert.Equal("browse", ScenarioReader.Read(With(Bet), "example.yaml").Bet!.Answers[1].Component);

    [Theory]
    [InlineData("alert: threads", "alert: thread", "not-a-choice", "thread,")]
    [InlineData("component: server-1", "component: server-9", "dangling", "server-9")]
    [InlineData("component: browse", "component: hints", "dangling", "hints")]
    [InlineData("until: 50s", "until: 30s", "impossible", "30s\n  decided")]
    [InlineData("decided: 2m", "decided: 50s", "impossible", "50s\n  answers")]
    [InlineData("decided: 2m", "decided: 2h", "out-of-range", "2h")]
    [InlineData("until: 50s", "until: 1h", "out-of-range", "1h")]
    [InlineData("decided: 2m", "decided: soon", "wrong-unit", "soon")]
    [InlineData("    - {text: {en: Neither, ko: 둘 다 아님}}\n", "", "missing-key", "- {alert: threads")]
    [InlineData("{text: {en: Neither", "{component: server-1, text: {en: Neither", "impossible", "server-1, text: {en: Neither")]
    [InlineData("alert: slow, component: browse", "alert: threads, component: server-1", "duplicate",
        "{alert: threads, component: server-1, text: {en: Users")]
    [InlineData("  from: 30s", "  from: 30s\n  points: 10", "unknown-key", "points")]
    public void AMistakeIsReportedWithItsLineAndColumn(string piece, string otherwise, string code, string place)
    {
        var text = With(Bet.Replace(piece, otherwise, StringComparison.Ordinal));
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "example.yaml"));
        var before = text[..text.IndexOf(place, StringComparison.Ordinal)];
        var (line, column) = (before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        var problem = Assert.Single(broken.Problems);
        Assert.Equal(("example.yaml", line, column, code), (problem.File, problem.Line, problem.Column, problem.Code));
    }

    private static string With(string bet) => Example.With("score:\n", bet + "score:\n");
}
