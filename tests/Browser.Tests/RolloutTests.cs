using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>Each way to roll a version out, by somebody who watches it, stops it and takes it back.</summary>
public sealed partial class RolloutTests(Place place)
{
    /// <summary>
    /// The steps of the first batch until it is watched, what is told when it goes on, how many of the four servers leave the
    /// balancer together and how many run the new version at the pause.
    /// </summary>
    public static TheoryData<string, string[], string, int, int> Strategies => new()
    {
        { "in-place", InPlace, "the next batch is web-3, web-4", 2, 2 },
        { "rolling", InPlace, "the next batch is web-2", 1, 1 },
        { "canary", InPlace, "the next batch is web-2, web-3", 1, 1 },
        { "recreate", InPlace, "The rollout of v2 is complete", 4, 4 },
        { "blue-green", ["Boot the new group", "Health check", "Shift traffic"], "50 % of the traffic", 0, 4 },
        { "in-server", ["Install", "Switch the proxy", "Bake"], "the next batch is web-3, web-4", 0, 2 },
    };

    private static string[] InPlace => ["Drain", "Install", "Health check", "Bake"];

    [Theory]
    [MemberData(nameof(Strategies))]
    public async Task ARolloutIsStartedWatchedPausedAndRolledBack(
        string strategy, string[] steps, string told, int away, int renewed)
    {
        await using var person = await place.Arrives(still: true);
        await person.Plays(Place.Rollouts, "2");
        var green = strategy == "blue-green";
        var film = new Film(person.Page);
        await film.Begin();

        // it says what it would mean before it is started
        await person.Selects("rollout");
        await person.At("action-start-rollout").ClickAsync();
        await person.Fills([("strategy", strategy), ("bake", "16")]);
        if (await person.At("param-drain").CountAsync() > 0) await person.Fills([("drain", "5")]);
        if (green) await person.Fills([("shift", "steps")]);
        await Expect(person.At("preview-time")).ToContainTextAsync("about");
        await Expect(person.At("preview-cost")).ToHaveTextAsync(green ? "+$2.40/h while it lasts" : "no change");
        await Expect(person.At("preview-requests")).ToContainTextAsync("may finish");
        await person.At("action-submit").ClickAsync();

        // step by step to where it is watched
        await film.Sees(steps[^1]);
        await person.At("action-pause-rollout").ClickAsync();
        var paused = await film.Sees("Paused");
        var shots = await film.Shots();
        Assert.Equal(steps, Steps(shots));
        Assert.Equal(away, shots.Max(shot => shot.Count(IsAway)));
        Assert.Equal(green ? 8 : 4, shots.Max(shot => shot.Servers.Count));
        Assert.Equal(
            strategy == "in-server" ? 2 : 0, shots.Max(shot => shot.Count(server => SecondPort().IsMatch(server.Notes))));
        Assert.Equal(renewed, shots[^1].Count(server => server.Version == "v2"));

        // paused: the clock goes on, the rollout does not
        await person.At("speed").SelectOptionAsync("8");
        await person.SeesTimePass(seconds: 20);
        Assert.All((await film.Shots())[(paused - 1)..], shot => Assert.Equal(shots[^1] with { Servers = shot.Servers }, shot));
        Assert.Equal(renewed, (await film.Shots())[^1].Count(server => server.Version == "v2"));

        await person.At("speed").SelectOptionAsync("4");
        await (green ? person.ActsOnSecondLook("rollout", "resume-rollout") : person.Acts("rollout", "resume-rollout"));
        await Expect(person.At("event-feed")).ToContainTextAsync(told);

        // and back to where it came from
        await person.At("speed").SelectOptionAsync("2");
        await person.ActsOnSecondLook("rollout", "roll-back");
        var back = await film.Sees("Rolling back", paused);
        await person.At("speed").SelectOptionAsync("8");
        await film.Sees("Idle", back - 1);
        await Expect(person.At("event-feed")).ToContainTextAsync("All servers run v1 again.");
        for (var number = 1; number <= 4; number++)
        {
            await person.SeesState($"web-{number}", "running, healthy");
            await Expect(person.At($"component-web-{number}").Locator("[data-of=version]")).ToHaveTextAsync("v1");
        }

        await Expect(person.At("table-twin").Locator("tr[data-kind=server]")).ToHaveCountAsync(4);
    }

    private static bool IsAway(Shown server) =>
        server.State.Contains("Draining", StringComparison.Ordinal)
            || server.State.Contains("Detached", StringComparison.Ordinal);

    /// <summary>Each step once, as it came up.</summary>
    private static IEnumerable<string> Steps(IEnumerable<Shot> shots) =>
        shots.Select(shot => shot.Step).Where((step, at) => step.Length > 0 && step != shots.ElementAtOrDefault(at - 1)?.Step);

    /// <summary>A process of either version on a port that does not serve.</summary>
    [GeneratedRegex(@":\d+ v[12]")]
    private static partial Regex SecondPort();
}
