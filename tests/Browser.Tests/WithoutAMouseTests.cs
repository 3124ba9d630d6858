using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>
/// The third scenario from Home to its end and back: by keys alone, and by what a screen reader is told. Which server it is that
/// hangs, the alerts say. Time stands still while they act, so that a slow machine costs them nothing.
/// </summary>
public sealed partial class WithoutAMouseTests : Served
{
    private const string Third = "balancer-health-checks";

    /// <summary>Ten minutes at eight times the speed, on a machine that may be busy.</summary>
    private const float Patience = 300_000;

    [Fact]
    public async Task ADrillIsPlayedToItsEndByKeyboard()
    {
        await using var person = await Arrives(still: true);
        var hands = new Hands(person);
        await hands.Presses($"play-{Third}");
        await person.SeesItRun();
        await hands.Presses("speed", "8");
        await hands.Reaches("pause");

        var alerts = person.At("alerts");
        await Expect(alerts).ToContainTextAsync(Hung(), new() { Timeout = Patience });
        await hands.Turns(on: false);
        var server = Hung().Match(await alerts.InnerTextAsync()).Groups[1].Value;
        await hands.Calls($"{server} restart", "Restart");
        await Expect(person.At("action-submit")).ToBeFocusedAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(person.At("action-form")).ToHaveCountAsync(0);
        var open = alerts.Locator("[data-testid^=alert-ack-]:not(:disabled)");
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            await hands.Calls("acknowledge", "Acknowledge");
            await Expect(open).ToHaveCountAsync(left - 1);
        }

        await hands.Presses("speed", "1");
        await hands.Turns(on: true);
        await Expect(person.At("event-feed")).ToContainTextAsync($"{server} is running");

        // the picture lets the focus go on: the inspector is reached, and left again
        await hands.Turns(on: false);
        await person.Page.Keyboard.PressAsync("t");
        await hands.Presses($"component-{server}");
        await Expect(person.At("inspected")).ToHaveTextAsync(server);
        await hands.Reaches("tab-look");
        await person.Page.Keyboard.PressAsync("Escape");
        await hands.Presses("speed", "8");
        await hands.Turns(on: true);

        await Expect(person.At("score-total")).ToBeVisibleAsync(new() { Timeout = Patience });
        await hands.Presses("end-home");
        await Expect(person.At($"played-{Third}")).ToBeVisibleAsync();
    }

    /// <summary>Nothing but roles, names and what is read out.</summary>
    [Fact]
    public async Task ADrillIsPlayedToItsEndByWhatAScreenReaderIsTold()
    {
        await using var person = await Arrives(still: true);
        var page = person.Page;
        await page.GetByRole(AriaRole.Article, new() { Name = "A balancer and its health checks" })
            .GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).PressAsync("Enter");
        var speed = page.GetByRole(AriaRole.Combobox, new() { Name = "Speed" });
        await speed.SelectOptionAsync("8");

        var alerts = page.GetByRole(AriaRole.List, new() { Name = "Alerts" });
        await Expect(alerts).ToContainTextAsync(Hung(), new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).PressAsync("Enter");
        var goesOn = page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true });
        await Expect(goesOn).ToBeFocusedAsync();
        var server = Hung().Match(await alerts.AriaSnapshotAsync()).Groups[1].Value;
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).FillAsync($"{server} restart");
        var offered = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option, new() { Selected = true });
        await Expect(offered).ToContainTextAsync($"{server} · Restart");
        await page.Keyboard.PressAsync("Enter");
        var inspector = page.GetByRole(AriaRole.Complementary, new() { Name = "Inspector" });
        var confirm = inspector.GetByRole(AriaRole.Button, new() { Name = "Restart", Exact = true });
        await Expect(confirm).ToBeFocusedAsync();
        await confirm.PressAsync("Enter");
        await Expect(inspector.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0);
        var acknowledge = alerts.GetByRole(AriaRole.Button, new() { Name = "Acknowledge", Exact = true, Disabled = false });
        for (var left = await acknowledge.CountAsync(); left > 0; left--)
        {
            await acknowledge.First.PressAsync("Enter");
            await Expect(acknowledge).ToHaveCountAsync(left - 1);
        }

        await speed.SelectOptionAsync("0.5");
        await goesOn.PressAsync("Enter");
        var runs = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"{server} is running" });
        await Expect(runs.First).ToBeVisibleAsync();

        await speed.SelectOptionAsync("8");
        var over = page.GetByRole(AriaRole.Heading, new() { Name = "Drill finished" });
        await Expect(over).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "Home", Exact = true }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = Played() })).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"(web-\d): all web threads are busy")]
    private static partial Regex Hung();

    [GeneratedRegex(@"^3\. A balancer and its health checks: (played|.*best)")]
    private static partial Regex Played();
}
