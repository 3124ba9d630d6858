using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>The first scenario to its end, what is told of it then, and once more at one key.</summary>
public sealed class AfterwardsTests : Served
{
    private const string First = "one-server";

    /// <summary>Seven minutes at eight times the speed, on a machine that may be busy.</summary>
    private const float Patience = 240_000;

    [Fact]
    public async Task ADrillIsLookedBackAtAndPlayedAgainAtOneKey()
    {
        var person = await Arrives(still: true);
        await person.Plays(First, "8");
        await Expect(person.At("moment")).ToContainTextAsync("the service broke", new() { Timeout = Patience });
        await Expect(person.At("score-total")).ToBeVisibleAsync(new() { Timeout = Patience });

        await Expect(person.At("debrief-curve")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(person.At("debrief-turn")).ToContainTextAsync("points a minute");
        await Expect(person.At("debrief-losses")).ToContainTextAsync("= 1000");
        await Expect(person.At("debrief-better")).ToContainTextAsync("par");
        await Expect(person.At("medal")).ToContainTextAsync("No medal yet");
        await Expect(person.At("notes")).ToBeVisibleAsync();

        await person.Page.Keyboard.PressAsync("r");
        await person.SeesItRun();
        await person.At("finish").ClickAsync();
        await person.At("finish-confirm").ClickAsync();
        await Expect(person.At("ended-early")).ToBeVisibleAsync();
        await Expect(person.At("notes-later")).ToBeVisibleAsync();
        await person.At("end-home").ClickAsync();
        await Expect(person.At("path")).ToContainTextAsync("What to learn next");
        await Expect(person.At($"played-{First}")).ToContainTextAsync("best");
    }

    [Fact]
    public async Task InASandboxOneBreaksThingsAndIsToldNoScore()
    {
        var person = await Arrives(still: true);
        await person.At($"sandbox-{First}").ClickAsync();
        await person.SeesItRun();
        await Expect(person.At("sandbox")).ToBeVisibleAsync();
        await Expect(person.At("score")).ToHaveCountAsync(0);

        await person.At("inject").ClickAsync();
        await person.At("inject-server-crash").ClickAsync();
        await person.At("inject-submit").ClickAsync();
        await Expect(person.At("event-feed")).ToContainTextAsync("server-1", new() { Timeout = Patience });

        await person.At("finish").ClickAsync();
        await person.At("finish-confirm").ClickAsync();
        await Expect(person.At("end-sandbox")).ToBeVisibleAsync();
        await Expect(person.At("score-total")).ToHaveCountAsync(0);
    }
}
