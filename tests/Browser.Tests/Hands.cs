using Microsoft.Playwright;

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

    /// <summary>Calls the palette, types, takes what it offers first and confirms what is shown then.</summary>
    public async Task Calls(string words)
    {
        await Keys.PressAsync("Control+k");
        await Assertions.Expect(person.At("palette-input")).ToBeFocusedAsync();
        await Keys.TypeAsync(words);
        await Keys.PressAsync("Enter");
        await Assertions.Expect(person.At("action-submit")).ToBeFocusedAsync();
        await Keys.PressAsync("Enter");
    }

    private Task<string> Focus() => person.Page.EvaluateAsync<string>(
        "() => document.activeElement?.closest('[data-testid]')?.dataset.testid ?? ''");
}
