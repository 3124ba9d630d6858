using static Microsoft.Playwright.Assertions;

namespace OpsGame.Screens;

/// <summary>Goes through every screen once, as somebody who speaks one language.</summary>
internal sealed class ScreenTour(Album album, string locale, Arrival arrive)
{
    private const string First = "one-server";
    private const string Team = "balancer-health-checks";

    public async Task Walk()
    {
        await Pages();
        await Tour();
        await Drill();
        await Game();
    }

    /// <summary>What has an address.</summary>
    private async Task Pages()
    {
        await using var person = await arrive(locale, "");
        foreach (var (name, path, shows) in new[]
        {
            ("home", "", $"play-{First}"), ("not-found", "/nowhere", "not-found"), ("join-refused", "/join/ZZZZZZ", "refusal"),
            ("boards", $"/boards/{First}", "boards-scenario"), ("lab", $"/lab/{First}", "lab-run"),
            ("compare", "/compare", "compare-why"), ("learn", "/learn", "idea-rack"), ("learn-rack", "/learn/rack", "miniature"),
            ("learn-load", "/learn/load", "miniature"),
        })
        {
            await person.Page.GotoAsync(new Uri(new Uri(person.Page.Url), path == "" ? "/" : path).ToString());
            await Expect(person.At(shows).First).ToBeVisibleAsync();
            await album.Take(person, name, locale);
        }
    }

    private async Task Tour()
    {
        await using var person = await arrive(locale, "", tour: true);
        await person.At($"play-{First}").ClickAsync();
        await Expect(person.At("tour-start")).ToBeEnabledAsync();
        await album.Take(person, "tour-offered", locale);
        await person.At("tour-start").ClickAsync();
        foreach (var step in new[] { "tour-1", "tour-2", "tour-3" })
        {
            await Expect(person.At("tour-text")).ToBeVisibleAsync();
            await album.Take(person, step, locale);
            await person.At("tour-next").ClickAsync();
        }
    }

    private async Task Drill()
    {
        await using var person = await arrive(locale, "");
        await person.At("create-open").ClickAsync();
        await album.Take(person, "create", locale);
        await person.Page.Keyboard.PressAsync("Escape");
        await person.CreatesDrill(Team, "Ada", "Red", "Blue");
        var code = await person.ReadsCode();
        await using var guest = await arrive(locale, $"/join/{code}");
        await Expect(guest.At("join-name")).ToBeVisibleAsync();
        await album.Take(guest, "join", locale);
        await album.Take(person, "lobby", locale);
        await person.At("start").ClickAsync();
        await person.SeesItRun();
        await person.At("speed").SelectOptionAsync("4");
        await person.SeesTimePass(20);
        await album.Take(person, "instructor", locale);
        await person.At("inject").ClickAsync();
        await album.Take(person, "inject", locale);
        await person.Page.Keyboard.PressAsync("Escape");
        await person.At("finish").ClickAsync();
        await person.At("finish-confirm").ClickAsync();
        await Expect(person.At("end-home")).ToBeVisibleAsync();
        await album.Take(person, "instructor-end", locale);
        await using var late = await arrive(locale, $"/join/{code}");
        await Expect(late.At("drill-over")).ToBeVisibleAsync();
        await album.Take(late, "over", locale);
    }

    private async Task Game()
    {
        await using var person = await arrive(locale, "");
        await person.Plays(Team, "8");
        await person.SeesTimePass(75);
        await person.At("speed").SelectOptionAsync("1");
        await album.Take(person, "play", locale);
        await person.Selects("balancer");
        await album.Take(person, "inspector-balancer", locale);
        await person.At("action-set-health-check").ClickAsync();
        await Expect(person.At("preview")).ToBeVisibleAsync();
        await album.Take(person, "form", locale);
        await person.At("action-back").ClickAsync();
        await person.Selects("web-1");
        await album.Take(person, "inspector-server", locale);
        await person.At("tab-look").ClickAsync();
        await album.Take(person, "look", locale);
        await person.At("channel-incident").ClickAsync();
        await album.Take(person, "incident", locale);
        foreach (var (key, name) in new[] { ("t", "table"), ("?", "help"), ("Control+k", "palette"), ("h", "hints") })
        {
            await person.Page.Keyboard.PressAsync(key);
            await album.Take(person, name, locale);
            await person.Page.Keyboard.PressAsync(name == "table" ? key : "Escape");
        }

        await person.At("finish").ClickAsync();
        await album.Take(person, "finish", locale);
        await person.At("finish-confirm").ClickAsync();
        await Expect(person.At("debrief-curve")).ToBeVisibleAsync();
        await album.Take(person, "end", locale);
        await person.At("end-home").ClickAsync();
        await Expect(person.At("path")).ToBeVisibleAsync();
        await album.Take(person, "home-path", locale);
    }
}
