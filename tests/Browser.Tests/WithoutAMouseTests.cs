using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>
/// The third scenario from Home to its end: by keys alone, and by what a screen reader is told. Which server it is that hangs,
/// the alerts say.
/// </summary>
public sealed partial class WithoutAMouseTests : Served
{
    private const string Third = "balancer-health-checks";

    /// <summary>Ten minutes at eight times the speed, on a machine that may be busy.</summary>
    private const float Patience = 300_000;

    [Fact]
    public async Task ADrillIsPlayedToItsEndByKeyboard()
    {
        var person = await Arrives(still: true);
        var hands = new Hands(person);
        await hands.Presses($"play-{Third}");
        await person.SeesItRun();
        await hands.Presses("speed", "8");

        var alerts = person.At("alerts");
        await Expect(alerts).ToContainTextAsync(Hung(), new() { Timeout = Patience });
        var server = Hung().Match(await alerts.InnerTextAsync()).Groups[1].Value;
        await hands.Calls($"{server} restart");
        await hands.Presses("alerts-ack-all");
        await Expect(person.At("event-feed")).ToContainTextAsync($"{server} is running");

        // the picture lets the focus go on: the inspector is reached, and left again
        await person.Page.Keyboard.PressAsync("t");
        await hands.Presses($"component-{server}");
        await Expect(person.At("inspected")).ToHaveTextAsync(server);
        await hands.Reaches("tab-look");
        await person.Page.Keyboard.PressAsync("Escape");

        await Expect(person.At("score-total")).ToBeVisibleAsync(new() { Timeout = Patience });
        await hands.Reaches("end-home");
    }

    /// <summary>Nothing but roles, names and what is read out by itself.</summary>
    [Fact]
    public async Task ADrillIsPlayedToItsEndByWhatAScreenReaderIsTold()
    {
        var person = await Arrives(still: true);
        var page = person.Page;
        await page.GetByRole(AriaRole.Article, new() { Name = "A balancer and its health checks" })
            .GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).PressAsync("Enter");
        await person.SeesItRun();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Speed" }).SelectOptionAsync("8");

        var told = page.GetByRole(AriaRole.Log);
        await Expect(told).ToContainTextAsync(Hung(), new() { Timeout = Patience });
        var server = Hung().Match(await told.InnerTextAsync()).Groups[1].Value;
        await page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge all" }).PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync($"{server} restart");
        var offered = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option, new() { Selected = true });
        await Expect(offered).ToContainTextAsync(server);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Restart" }).Last.PressAsync("Enter");
        var runs = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"{server} is running" });
        await Expect(runs.First).ToBeVisibleAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Drill finished" }))
            .ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [GeneratedRegex(@"(web-\d): all web threads are busy")]
    private static partial Regex Hung();
}
