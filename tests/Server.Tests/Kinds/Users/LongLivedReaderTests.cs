using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Server.Tests.Kinds.Users;

/// <summary>Connections that stay, and what goes over them, as a file says it.</summary>
public class LongLivedReaderTests
{
    private static readonly string Everything = Files.Read("tests/Scenarios/everything.yaml");

    [Fact]
    public void DefaultsAreAtOnceAndSocketIosHeartbeat()
    {
        var live = ScenarioReader.Read(Everything, "everything.yaml").Classes.First(users => users.Id == "live");
        Assert.Equal(new LongLivedSpec(new WorkSpec(WorkKind.Fixed, 1e9, 0), 0, 45_000_000_000), live.LongLived);
    }

    [Theory]
    [InlineData("dangling", "classes.says.over=mail")]
    [InlineData("impossible", "classes.says.retry={attempts: 2, backoff: 1s}")]
    [InlineData("impossible", "classes.says.connection={lasts: 1m}")]
    [InlineData("impossible", "classes.says.clients=10")]
    [InlineData("impossible", "classes.live.work={app: fixed(1ms)}")]
    [InlineData("missing-key", "classes.live.connection={heartbeat: 10s}")]
    [InlineData("out-of-range", "classes.live.connection={lasts: 900ms}")]
    [InlineData("out-of-range", "classes.live.connection={lasts: exp(25h)}")]
    [InlineData("out-of-range", "classes.live.connection={lasts: exp(24h)}", "classes.live.rate=3/s")]
    [InlineData("", "classes.live.connection={lasts: exp(24h)}", "classes.live.rate=2/s")]
    public void WhatCannotBeIsSaid(string code, params string[] settings)
    {
        var codes = Problems(settings);
        if (code.Length == 0) Assert.Empty(codes);
        else Assert.Contains(code, codes);
    }

    private static string[] Problems(string[] written)
    {
        var settings = written.Select(
            text => Setting.TryParse(text, out var setting) ? setting : throw new FormatException(text));
        try
        {
            ScenarioReader.Read(Everything, "everything.yaml", false, [.. settings]);
            return [];
        }
        catch (ScenarioException broken)
        {
            return [.. broken.Problems.Select(problem => problem.Code)];
        }
    }
}
