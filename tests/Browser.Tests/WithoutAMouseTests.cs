using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>The third scenario from Home to its end by keys alone. Which server it is that hangs, the alerts say.</summary>
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

    [GeneratedRegex(@"(web-\d): all web threads are busy")]
    private static partial Regex Hung();
}
