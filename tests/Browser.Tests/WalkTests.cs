using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>
/// How an action is taken on the walk: "stop-server web-2", "set-ttl cache seconds=7", "declare-incident what=slow".
/// </summary>
internal sealed record Step(string Action, string Component, (string Parameter, string Value)[] Values)
{
    public static Step Of(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var values = words.Where(word => word.Contains('=', StringComparison.Ordinal)).Select(word => word.Split('='))
            .Select(pair => (pair[0], pair[1]));
        return new Step(
            words[0], words.Skip(1).FirstOrDefault(word => !word.Contains('=', StringComparison.Ordinal)) ?? "", [.. values]);
    }
}

/// <summary>Everything a player may do, done in the browser: found, looked at, taken, seen pending, answered.</summary>
public sealed partial class WalkTests(Place place, ITestOutputHelper output)
{
    /// <summary>
    /// What needs something before it, a certain component or other values than the form's own, in an order in which most of it
    /// works. What the catalogue has besides comes afterwards, with the form's own values on the first component that offers it.
    /// </summary>
    private const string Route = """
        change-threads web-1 processes=1
        install-beside web-1
        warm-cache cache rate=1
        stop-warming cache
        alter-table database work=100
        cancel-alter database
        drain-server web-2
        undrain-server web-2
        switch-port web-1
        reload web-1
        detach balancer server=web-1
        attach balancer server=web-1
        stop-server web-2
        kill-process web-1
        start-server web-2
        stop-port web-1
        restart-server app-1
        close-firewall web-1
        close-firewall web-2
        acknowledge
        open-firewall web-1
        open-firewall web-2
        add-address dns address=balancer
        remove-address dns
        set-health-check inner interval=5
        start-rollout rollout bake=100
        pause-rollout rollout
        resume-rollout rollout
        roll-back rollout
        declare-incident what=slow
        take-role
        post-status text=soon
        name-cause
        close-incident
        move-server app-1
        change-size db-2
        add-server rack-1
        remove-server web-2
        fail-over database
        add-replica database
        remove-replica database
        block-source balancer source=campus
        unblock-source balancer source=campus
        set-scaling scaler policy=schedule
        remove-cache cache
        add-cache rack-1
        """;

    private static readonly string[] Components =
    [
        "web-1", "balancer", "cache", "database", "dns", "certificate", "scaler", "rollout", "rack-1", "users",
    ];

    /// <summary>Nobody tries again in this scenario, so how long to wait before that is no question.</summary>
    private static readonly string[] NotOffered = ["set-backoff"];

    private static readonly Step[] Steps =
    [
        .. Route.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Step.Of),
    ];

    [Fact]
    public async Task EveryKindOfActionIsFoundPreviewedTakenSeenPendingAndAnswered()
    {
        var line = new Line();
        await using var person = await place.Arrives(still: true, before: line.Hear);
        await person.Plays(Place.Everything, "4");
        // some can be taken at two kinds of component
        var actions = (await line.Actions).DistinctBy(action => action.Id).ToDictionary(action => action.Id);
        Assert.Empty(Steps.Select(step => step.Action).Except(actions.Keys));
        var walker = new Walker(person);
        await walker.Begin();

        List<Walked> walked = [];
        var others = actions.Keys.Except(Steps.Select(step => step.Action)).Except(NotOffered);
        foreach (var step in Steps.Concat(others.Select(Step.Of)))
        {
            // somebody has to suffer before there is an alert
            if (step.Action == "acknowledge")
                await Expect(person.At("alerts").Locator("[data-testid^=alert-ack-]").First).ToBeVisibleAsync();
            walked.Add(await walker.Take(actions[step.Action], step));
            output.WriteLine($"{walked[^1].Kind,-8} {step.Action}: {walked[^1].Outcome}");
        }

        Assert.Equal(actions.Keys.Except(NotOffered).Order(StringComparer.Ordinal),
            walked.Select(one => one.Action).Distinct().Order(StringComparer.Ordinal));
        Assert.All(walked, one => Assert.True(one.Kind is "command" or "refused", $"{one.Action}: {one.Kind}"));
        Assert.InRange(walked.Count(one => one.Kind == "command") / (double)walked.Count, 0.6, 1);
        // a component's past is asked for when it is looked at, not again whenever something of it changes
        Assert.InRange(line.Asked("Inspect"), 1, walked.Count + 1);

        // the same in Korean: what was answered, and what every component offers
        await person.Page.Keyboard.PressAsync("Control+k");
        await person.At("palette-input").FillAsync("한국어");
        await person.At("palette-language").ClickAsync();
        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        var answers = await person.At("event-feed").Locator("li:is(.command, .refused) .text").AllInnerTextsAsync();
        Assert.InRange(answers.Count, 12, 60);
        Assert.All(answers, text => Assert.Matches(Hangul(), text));
        Assert.All(answers, text => Assert.DoesNotMatch(CodeInside(), text));
        foreach (var component in Components)
        {
            await person.Selects(component);
            await Expect(person.At("inspected")).ToHaveTextAsync(component);
            var more = person.At("actions-more");
            if (await more.CountAsync() > 0 && await more.GetAttributeAsync("aria-expanded") == "false") await more.ClickAsync();
            var names = await person.At("inspector").Locator("[data-testid^=action-]").AllInnerTextsAsync();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.Matches(Hangul(), name));
        }
    }

    [GeneratedRegex(@"\p{IsHangulSyllables}")]
    private static partial Regex Hangul();

    /// <summary>
    /// What is only a word in English texts is a code in Korean ones. Components' names have a number, or are a feed's.
    /// </summary>
    [GeneratedRegex(@"\b(?!feed-)[a-z]+(-[a-z]+)+\b")]
    private static partial Regex CodeInside();
}
