using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>Nothing that keeps somebody out, on any screen, in either theme and language.</summary>
public sealed class AccessTests(Place place)
{
    /// <summary>What axe calls serious or critical.</summary>
    private static readonly string[] Grave = ["serious", "critical"];

    private readonly List<string> _found = [];

    /// <summary>Colours are the same in every language.</summary>
    private ColorScheme[] _themes = [];

    [Theory]
    [InlineData("en-GB")]
    [InlineData("ko-KR")]
    public async Task EveryScreenIsOpenToEverybody(string locale)
    {
        _themes = locale == "en-GB" ? [ColorScheme.Dark, ColorScheme.Light] : [ColorScheme.Light];
        await using var person = await place.Arrives(locale, still: true);
        await Pages(person);
        await ADrill(person, locale);
        await AGame(person);
        Assert.Empty(_found);
    }

    /// <summary>What has an address.</summary>
    private async Task Pages(Person person)
    {
        foreach (var (path, shows) in new[]
        {
            ("/", $"play-{Place.Everything}"), ("/nowhere", "not-found"), ("/join/ZZZZZZ", "refusal"),
            ($"/boards/{Place.Everything}", "boards-scenario"), ($"/lab/{Place.Everything}", "lab-run"),
            ("/compare", "compare-why"), ("/learn", "idea-rack"), ("/learn/rollout", "bet"),
        })
        {
            await person.Page.GotoAsync(place.Server.Url + path);
            await Expect(person.At(shows).First).ToBeVisibleAsync();
            await Look(person, path);
        }
    }

    /// <summary>A lobby as who created the drill sees it, and the door to it.</summary>
    private async Task ADrill(Person person, string locale)
    {
        await person.Page.GotoAsync(place.Server.Url);
        await person.At("create-open").ClickAsync();
        await Look(person, "create");
        await person.Page.Keyboard.PressAsync("Escape");
        await person.CreatesDrill(Place.Everything, "Ada", "Red", "Blue");
        var code = await person.ReadsCode();
        await Look(person, "lobby");
        await using var guest = await place.Arrives(locale, still: true, path: $"/join/{code}");
        await Expect(guest.At("join-name")).ToBeVisibleAsync();
        await Look(guest, "join");
        await person.At("start").ClickAsync();
        await person.SeesItRun();
        await Look(person, "instructor");
        await person.At("finish").ClickAsync();
        await person.At("finish-confirm").ClickAsync();
        await person.At("end-home").ClickAsync();
        await using var late = await place.Arrives(locale, still: true, path: $"/join/{code}");
        await Expect(late.At("drill-over")).ToBeVisibleAsync();
        await Look(late, "over");
    }

    /// <summary>A drill alone, with something chosen, a form, alerts and the table, to its end.</summary>
    private async Task AGame(Person person)
    {
        await person.Plays(Place.Everything, "1");
        await Look(person, "play");
        await person.Selects("balancer");
        await person.At("action-set-health-check").ClickAsync();
        await Expect(person.At("preview")).ToBeVisibleAsync();
        await Look(person, "form");
        await person.At("action-back").ClickAsync();
        await person.Selects("web-1");
        await person.At("tab-look").ClickAsync();
        await person.At("channel-incident").ClickAsync();
        await person.At("table-toggle").ClickAsync();
        await Look(person, "table");
        await person.At("situation-open").ClickAsync();
        await Expect(person.At("heatmap")).ToBeVisibleAsync();
        await Look(person, "situation");
        await person.Page.Keyboard.PressAsync("Escape");
        await person.Page.Keyboard.PressAsync("Control+k");
        await Look(person, "palette");
        await person.Page.Keyboard.PressAsync("Escape");
        await person.At("finish").ClickAsync();
        await person.At("finish-confirm").ClickAsync();
        await Expect(person.At("debrief-curve")).ToBeVisibleAsync();
        await Look(person, "end");
        await person.At("end-home").ClickAsync();
        await Expect(person.At("path")).ToBeVisibleAsync();
        await Look(person, "path");
    }

    private async Task Look(Person person, string screen)
    {
        foreach (var theme in _themes)
        {
            await person.Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("data-theme", $"{theme}", new() { IgnoreCase = true });
            var seen = await person.Page.RunAxe();
            _found.AddRange(seen.Violations.Where(one => Grave.Contains(one.Impact)).SelectMany(one =>
                one.Nodes.Select(node => $"{screen}, {theme}: {one.Id}: {node.Html}")));
        }
    }
}
