using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>What an operator looks with: the map, the charts, and the screen that answers three questions.</summary>
public sealed partial class CockpitTests(Place place)
{
    [Fact]
    public async Task ALargerPictureThanTheScreenHasAMapForTheKeyboard()
    {
        await using var person = await place.Arrives(still: true);
        await person.Plays(Place.Everything, "1");
        await Expect(person.At("picture")).ToBeVisibleAsync();
        await Expect(person.At("minimap")).ToHaveCountAsync(0);
        for (var steps = 0; steps < 3; steps++) await person.Page.Keyboard.PressAsync("+");
        var seen = person.At("minimap").Locator("rect").Last;
        var before = await seen.GetAttributeAsync("x");
        await person.At("minimap").FocusAsync();
        await person.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(seen).Not.ToHaveAttributeAsync("x", before!);
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(person.At("minimap")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task APlaceInOneChartIsShownInAllOfThem()
    {
        await using var person = await place.Arrives(still: true);
        await person.Plays(Place.Everything, "8");
        await person.SeesTimePass(30);
        await person.Selects("web-1");
        var charts = person.At("inspector").Locator("figure");
        await Expect(charts.Nth(1)).ToBeVisibleAsync();
        await person.At("speed").SelectOptionAsync("0.5");
        await charts.First.Locator(".u-over").HoverAsync();
        await Expect(charts.Nth(1).Locator("summary")).ToContainTextAsync(Moment());
        await Expect(charts.Nth(1).GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", Sentence());
        await charts.Nth(1).Locator("summary").ClickAsync();
        await Expect(charts.Nth(1).Locator("tbody tr").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task OneScreenSaysWhatIsWrongSinceWhenAndWhatChangedThen()
    {
        await using var person = await place.Arrives(still: true);
        await person.Plays(Place.Everything, "4");
        await person.ActsOnSecondLook("web-1", "close-firewall");
        await person.ActsOnSecondLook("web-2", "close-firewall");
        await Expect(person.At("alerts").Locator("[data-testid^=alert-ack-]").First).ToBeVisibleAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        await person.Page.Keyboard.PressAsync("s");
        var situation = person.At("situation");
        await Expect(situation).ToContainTextAsync(Moment());
        await Expect(situation.Locator("ol")).ToContainTextAsync("web-1");
        await Expect(person.At("heatmap").Locator("rect").First).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"\d\d:\d\d")]
    private static partial Regex Moment();

    [GeneratedRegex("now .+ between .+ and ")]
    private static partial Regex Sentence();
}
