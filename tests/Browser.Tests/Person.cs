using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>Somebody at a browser: what they do and see, in the product's own words.</summary>
internal sealed partial class Person(IPage page) : IAsyncDisposable
{
    /// <summary>Simulated seconds, as the screen shows them; 0: it shows none.</summary>
    private const string Clock =
        "(at => at ? Number(at[1]) * 60 + Number(at[2]) : 0)("
        + "document.querySelector('[data-testid=clock]')?.textContent.match(/(\\d+):(\\d+)/))";

    public IPage Page { get; } = page;

    public ILocator At(string testId) => Page.GetByTestId(testId);

    public async Task CreatesDrill(string scenario, string name, params string[] teams)
    {
        await At("create-open").ClickAsync();
        await At("create-scenario").SelectOptionAsync(scenario);
        await At("create-name").FillAsync(name);
        await At("create-teams").FillAsync(string.Join('\n', teams));
        await At("create-submit").ClickAsync();
    }

    public async Task<string> ReadsCode() => Letters().Replace(await At("lobby-code").InnerTextAsync(), "");

    public async Task LooksUp(string code)
    {
        await At("join-code").FillAsync(code);
        await At("join-look").ClickAsync();
    }

    public async Task Joins(string code, string name, string team, string role = "player")
    {
        await LooksUp(code);
        await At("join-name").FillAsync(name);
        await At($"join-role-{role}").CheckAsync();
        await At("join-team").SelectOptionAsync(new SelectOptionValue { Label = await OptionFor(team) });
        await At("join-submit").ClickAsync();
    }

    /// <summary>Plays a scenario alone, at a speed.</summary>
    public async Task Plays(string scenario, string speed)
    {
        await At($"play-{scenario}").ClickAsync();
        await SeesItRun();
        await At("speed").SelectOptionAsync(speed);
    }

    /// <summary>
    /// Chooses a component in the table that stands beside the picture (the keyboard's and the screen reader's way).
    /// </summary>
    public Task Selects(string component) =>
        Page.EvaluateAsync("id => document.querySelector(`[data-testid=\"component-${id}\"] button`).click()", component);

    /// <summary>Takes an action in the inspector. What has no form is done at one click, unless it is grave.</summary>
    public async Task Acts(string component, string action, params (string Parameter, string Value)[] values)
    {
        await Selects(component);
        await Presses(action);
        await Fills(values);
        if (values.Length > 0) await At("action-submit").ClickAsync();
    }

    /// <summary>Presses an action's button, which may be behind "More".</summary>
    public async Task Presses(string action)
    {
        var button = At($"action-{action}");
        await Expect(button.Or(At("actions-more")).First).ToBeVisibleAsync();
        if (await button.CountAsync() == 0) await At("actions-more").ClickAsync();
        await button.ClickAsync();
    }

    /// <summary>Takes an action that shows first what it means.</summary>
    public async Task ActsOnSecondLook(string component, string action)
    {
        await Acts(component, action);
        await Expect(At("preview")).ToBeVisibleAsync();
        await At("action-submit").ClickAsync();
    }

    public async Task Fills(IEnumerable<(string Parameter, string Value)> values)
    {
        foreach (var (parameter, value) in values)
        {
            var field = At($"param-{parameter}");
            if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT") await field.SelectOptionAsync(value);
            else await field.FillAsync(value);
        }
    }

    public async Task Looks(string component)
    {
        await Selects(component);
        await At("tab-look").ClickAsync();
    }

    /// <summary>Searches the failures until one is left at the top.</summary>
    public async Task NamesCause(string component, string words, string failure)
    {
        await At("incident-name-cause").ClickAsync();
        await Fills([("component", component)]);
        await At("failure-search").FillAsync(words);
        await Expect(At($"failure-{failure}")).ToHaveAttributeAsync("aria-selected", "true");
        await At("failure-search").PressAsync("Enter");
        await Expect(At("incident-form")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses an action in the palette, by keyboard alone.</summary>
    public async Task Calls(string component, string action)
    {
        await Page.Keyboard.PressAsync("Control+k");
        await At("palette-input").FillAsync($"{component} {action}");
        await Expect(At($"palette-{component}/{action}")).ToHaveAttributeAsync("aria-selected", "true");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(At("palette-input")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until the drill's clock goes.</summary>
    public Task SeesItRun() => Page.WaitForFunctionAsync($"() => {Clock} > 0");

    /// <summary>Waits until the clock on the screen is so many simulated seconds further.</summary>
    public async Task SeesTimePass(int seconds)
    {
        var until = await Page.EvaluateAsync<int>($"() => {Clock}") + seconds;
        await Page.WaitForFunctionAsync($"until => {Clock} >= until", until);
    }

    /// <summary>The component's state in the table.</summary>
    public Task SeesState(string component, string state) =>
        Expect(At($"component-{component}").Locator("[data-of=state]")).ToContainTextAsync(state, new() { IgnoreCase = true });

    /// <summary>Waits until the picture has brought at least this many requests on their way.</summary>
    public Task SeesRequestsMove(int atLeast = 1) => Page.WaitForFunctionAsync(
        "n => Number(document.querySelector('[data-testid=picture]')?.dataset.dotsTotal ?? 0) >= n && "
        + "Number(document.querySelector('[data-testid=picture]').dataset.dots) > 0",
        atLeast);

    /// <summary>Waits until the picture has brought a request back to its user.</summary>
    public Task SeesRequestsArrive() =>
        Page.WaitForFunctionAsync("() => Number(document.querySelector('[data-testid=picture]')?.dataset.dotsArrived ?? 0) > 0");

    public async Task<int> Score() =>
        int.Parse(NotDigits().Replace(await At("score").InnerTextAsync(), ""), CultureInfo.InvariantCulture);

    /// <summary>Closes the window: what nobody looks at need not be drawn.</summary>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private async Task<string> OptionFor(string team)
    {
        var labels = await At("join-team").Locator("option").AllInnerTextsAsync();
        return labels.First(label => label.StartsWith(team, StringComparison.Ordinal));
    }

    [GeneratedRegex("[^A-Z0-9]")]
    private static partial Regex Letters();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigits();
}
