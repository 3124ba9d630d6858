using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>Somebody at a keyboard, without a mouse: goes from one thing to the next, and presses keys there.</summary>
internal sealed class Hands(Person person)
{
    private const int Most = 150;

    private IKeyboard Keys => person.Page.Keyboard;

    /// <summary>Presses Tab until the focus is there.</summary>
    /// <exception cref="InvalidOperationException">It cannot be reached so; says where the focus was.</exception>
    public async Task Reaches(string testId)
    {
        var passed = new List<string>();
        for (var presses = 0; presses < Most; presses++)
        {
            var at = await Focus();
            if (at == testId) return;
            passed.Add(at);
            await Keys.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{testId} is not among {string.Join(", ", passed.Distinct())}");
    }

    public async Task Presses(string testId, string key = "Enter")
    {
        await Reaches(testId);
        await Keys.PressAsync(key);
    }

    /// <summary>Stops the clock, or lets it go on; the focus stays on the button.</summary>
    public async Task Turns(bool on)
    {
        await Presses(on ? "continue" : "pause");
        await Expect(person.At("status")).ToHaveAttributeAsync("data-status", on ? "running" : "paused");
        await Expect(person.At(on ? "pause" : "continue")).ToBeFocusedAsync();
    }

    /// <summary>Calls the palette, types, and takes what it offers first.</summary>
    public async Task Calls(string words, string offered)
    {
        await Keys.PressAsync("Control+k");
        await Expect(person.At("palette-input")).ToBeFocusedAsync();
        await Keys.TypeAsync(words);
        await Expect(person.Page.Locator("[role=option][aria-selected=true]")).ToContainTextAsync(offered);
        await Keys.PressAsync("Enter");
        await Expect(person.At("palette-input")).ToHaveCountAsync(0);
    }

    private Task<string> Focus() => person.Page.EvaluateAsync<string>(
        "() => document.activeElement?.closest('[data-testid]')?.dataset.testid ?? ''");
}
