using System.Collections.Immutable;
using CsCheck;
using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>Scenario files that leave faults to chance.</summary>
public class DrawTests
{
    private const long Second = 1_000_000_000;

    private const string Draws =
        """
        draws:
          - one-of:
              - kind: server-hang
                target: server-1 or server-2
                at: 60s..62s
                clue: {en: "{target} is silent.", ko: "{target} 응답 없음"}
              - {kind: rack-power, at: 3m, target: rack-1, for: 10s, clue: {en: It is dark., ko: 어두움}}
        hints:
          - text: {en: "{clue} Look at {target}.", ko: "{clue} {target} 확인"}
        score:

        """;

    [Fact]
    public void WhatMayBeDrawnIsReadAsItStands()
    {
        var scenario = Read(Draws);
        var choices = Assert.Single(scenario.Draws).Choices;
        Assert.Equal(["server-1", "server-2"], choices[0].Targets);
        Assert.Equal((60 * Second, 62 * Second, 0L), (choices[0].FromNs, choices[0].UntilNs, choices[0].ForNs));
        Assert.Equal((180 * Second, 180 * Second, 10 * Second), (choices[1].FromNs, choices[1].UntilNs, choices[1].ForNs));
    }

    [Fact]
    public void EveryDrawnScenarioIsOneThatCouldStandInAFile()
    {
        var scenario = Read(Draws);
        Gen.ULong.Sample(seed =>
        {
            var drawn = Drawing.Of(scenario, seed);
            var fault = Assert.Single(drawn.Faults.Except(scenario.Faults));
            var end = fault.ForNs == 0 ? "" : $", for: {fault.ForNs / Second}s";
            var written = ScenarioReader.Read(
                Example.With(
                    "faults:", $"faults:\n  - {{kind: {fault.Fault}, target: {fault.Target}, at: {fault.AtNs / Second}s{end}}}"),
                "example.yaml");
            Assert.Equal(written.Faults, drawn.Faults);
        });
    }

    [Fact]
    public void AHintSaysWhatWasDrawn()
    {
        var scenario = Read(Draws);
        var said = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0UL; seed < 20; seed++)
        {
            var world = new World(scenario, seed);
            var asks = new Command("1", "anna", "take-hint", World.Hints, ImmutableSortedDictionary<string, string>.Empty);
            Headless.Step(world, [asks]);
            var taken = Assert.Single(Headless.Step(world, []).Hints);
            said.Add(taken.Text!.En);
        }

        Assert.Equal(
            ["It is dark. Look at rack-1.", "server-1 is silent. Look at server-1.", "server-2 is silent. Look at server-2."],
            said.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("at: 60s..62s", "at: 62s..60s", "out-of-range", "62s..60s")]
    [InlineData("at: 60s..62s", "at: 60s..62", "wrong-unit", "60s..62")]
    [InlineData("at: 60s..62s", "at: 60s..61s..62s", "wrong-unit", "61s")]
    [InlineData("at: 60s..62s", "at: 60s..11m", "out-of-range", "60s..11m")]
    [InlineData("at: 3m,", "at: 3m..9m55s,", "impossible", "for: 10s")]
    [InlineData("server-1 or server-2", "server-1 or server-9", "dangling", "server-9")]
    [InlineData("server-1 or server-2", "server-1 or rack-1", "dangling", "server-1 or rack-1")]
    [InlineData("server-1 or server-2", "server-1 or server-1", "out-of-range", "server-1 or server-1")]
    [InlineData("server-1 or server-2", "server-1 or ", "dangling", "server-1 or ")]
    [InlineData("kind: rack-power", "kind: meteor", "not-a-choice", "meteor")]
    [InlineData("Look at {target}", "Look at {target-2}", "dangling", "{target-2}")]
    [InlineData(", clue: {en: It is dark., ko: 어두움}", "", "dangling", "{clue} Look")]
    [InlineData("draws:\n", "draws:\n  - one-of: []\n", "missing-key", "one-of: []")]
    public void AMistakeIsReportedWithItsPlace(string piece, string otherwise, string code, string line)
    {
        Assert.Contains(piece, Draws, StringComparison.Ordinal);
        var text = Example.With("score:\n", Draws.Replace(piece, otherwise, StringComparison.Ordinal));
        var broken = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(text, "example.yaml"));
        var place = text.Split('\n').ToList().FindIndex(one => one.Contains(line, StringComparison.Ordinal)) + 1;
        Assert.Contains(broken.Problems, problem => (problem.Code, problem.Line) == (code, place) && problem.Column > 1);
    }

    private static Scenario Read(string draws) => ScenarioReader.Read(Example.With("score:\n", draws), "example.yaml");
}
