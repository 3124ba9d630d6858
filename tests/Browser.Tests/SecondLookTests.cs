using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>What interrupts, destroys or costs is shown before it is done, wherever it is taken.</summary>
public sealed class SecondLookTests(Place place)
{
    [Fact]
    public async Task ADestructiveButtonAsksFirstAndAHarmlessOneActsAtOnce()
    {
        await using var person = await place.Arrives(still: true);
        await person.Plays(Place.Everything, "0.5");
        await person.Selects("web-1");

        await person.At("action-restart-server").ClickAsync();
        await Expect(person.At("preview-requests")).ToContainTextAsync("cut");
        await Expect(person.At("preview-undo")).ToHaveTextAsync("not possible");
        await Expect(person.At("action-submit")).ToBeFocusedAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        await Expect(person.At("action-form")).ToHaveCountAsync(0);
        await Expect(person.At("inspected")).ToHaveTextAsync("web-1");

        // nothing but this is done
        await person.At("action-drain-server").ClickAsync();
        await person.SeesState("web-1", "detached");
        await Expect(person.At("action-form")).ToHaveCountAsync(0);
        await Expect(person.At("event-feed")).Not.ToContainTextAsync("restart");

        await person.At("action-restart-server").ClickAsync();
        await Expect(person.At("action-submit")).ToBeFocusedAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        await person.SeesState("web-1", "restarting");
        await Expect(person.At("action-form")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ThePaletteShowsWhatAnActionMeansAndEnterConfirmsIt()
    {
        await using var person = await place.Arrives(still: true);
        await person.Plays(Place.Everything, "1");

        await person.Calls("cache", "flush-cache");
        await Expect(person.At("preview-undo")).ToHaveTextAsync("not possible");
        await Expect(person.At("action-submit")).ToBeFocusedAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        await Expect(person.At("action-form")).ToHaveCountAsync(0);

        // harmless, and still shown first
        await person.Calls("web-2", "drain-server");
        await Expect(person.At("preview-requests")).ToContainTextAsync("may finish");
        await Expect(person.At("action-submit")).ToBeFocusedAsync();
        await Expect(person.At("event-feed").Locator("li.command")).ToHaveCountAsync(0);
        await person.Page.Keyboard.PressAsync("Enter");
        await person.SeesState("web-2", "detached");
        await Expect(person.At("event-feed")).Not.ToContainTextAsync("emptied");

        // what has a form is filled in before
        await person.Calls("cache", "set-ttl");
        await Expect(person.At("param-seconds")).ToBeFocusedAsync();
        await Expect(person.At("preview-time")).ToHaveTextAsync("at the next tick");
        await person.Page.Keyboard.PressAsync("Control+a");
        await person.Page.Keyboard.TypeAsync("7");
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(person.At("event-feed")).ToContainTextAsync("7 s");

        // a look says how long it takes
        await person.Calls("web-1", "list-processes");
        await Expect(person.At("action-submit")).ToBeFocusedAsync();
        await Expect(person.At("preview-time")).ToContainTextAsync("s");
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(person.At("finding-list-processes")).ToBeVisibleAsync();
    }
}
