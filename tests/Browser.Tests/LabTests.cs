using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

public sealed partial class LabTests : Served
{
    /// <summary>
    /// 30 seeds, and the same 30 again to verify them, behind the house's three plans, on a machine that runs the browser too.
    /// </summary>
    private const float Evaluated = 240_000;

    [Fact]
    public async Task APlanIsEditedWithAnErrorCorrectedRunAndItsEntryAppearsVerified()
    {
        var person = await Arrives();
        await person.At("lab-one-server").ClickAsync();
        await person.At("lab-template").SelectOptionAsync("nothing");
        await Expect(person.At("lab-check")).ToContainTextAsync("can be played");
        var editor = person.At("lab-editor").Locator(".cm-content");

        // the whole plan written anew, by hand, with a slip
        await editor.ClickAsync();
        await person.Page.Keyboard.PressAsync("Control+a");
        await person.Page.Keyboard.InsertTextAsync(
            "id: mine\nscenario: one-server\nsteps:\n  - {at: 1m45s, action: restart-serfer, target: server-1}\n");
        await Expect(editor.Locator(".cm-lintRange-error")).ToHaveTextAsync("restart-serfer");
        await Expect(person.At("lab-check")).ToContainTextAsync("4:25");
        await Expect(person.At("lab-check")).ToContainTextAsync("action-unknown");
        await Expect(person.At("lab-run")).ToBeDisabledAsync();

        await person.Page.Keyboard.PressAsync("Control+a");
        await person.Page.Keyboard.InsertTextAsync(
            "id: mine\nscenario: one-server\nsteps:\n  - {at: 1m45s, action: restart-server, target: server-1}\n");
        await Expect(editor.Locator(".cm-lintRange-error")).ToHaveCountAsync(0);
        await person.At("lab-run").ClickAsync();
        await Expect(person.At("lab-progress")).ToBeVisibleAsync();
        await Expect(person.At("lab-progress")).ToHaveAttributeAsync("aria-valuemax", "30");
        // seed after seed, not all at the end
        await person.Page.WaitForFunctionAsync(
            "() => { const done = Number(document.querySelector('[data-testid=lab-progress]')?.ariaValueNow); return done > 0 "
            + "&& done < 30; }",
            null, new() { Timeout = Evaluated });

        await Expect(person.At("lab-name")).ToBeVisibleAsync(new() { Timeout = Evaluated });
        var mean = int.Parse(await person.At("lab-mean").InnerTextAsync(), CultureInfo.InvariantCulture);
        Assert.InRange(mean, 1, 1000);
        var interval = Interval().Match(await person.At("lab-totals").InnerTextAsync());
        Assert.InRange(mean, int.Parse(interval.Groups[1].Value, CultureInfo.InvariantCulture),
            int.Parse(interval.Groups[2].Value, CultureInfo.InvariantCulture));
        await person.At("lab-name").FillAsync("<b>Ada</b>");
        await person.At("lab-submit").ClickAsync();
        await Expect(person.At("lab-refusal")).ToContainTextAsync("letters");
        await person.At("lab-name").FillAsync("Ada");
        await person.At("lab-submit").ClickAsync();
        await Expect(person.At("lab-verdict")).ToContainTextAsync("Verified", new() { Timeout = Evaluated });

        // somebody else sees it, between the house's plans
        var other = await Arrives(path: "/lab/one-server");
        var entry = other.At("strategy-other");
        await Expect(entry).ToContainTextAsync("Ada", new() { Timeout = Evaluated });
        await Expect(entry).ToContainTextAsync($"{mean} ±");
        await Expect(entry.GetByRole(AriaRole.Link, new() { Name = "Verified" })).ToHaveTextAsync("✓");
        await Expect(other.At("strategy-nothing")).ToBeVisibleAsync(new() { Timeout = Evaluated });
        await Expect(other.At("tradeoff")).ToBeVisibleAsync();
        await entry.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(other.At("lab-editor")).ToContainTextAsync("restart-server");
    }

    [GeneratedRegex(@"95 %: (\d+)\D+(\d+)")]
    private static partial Regex Interval();
}
