using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>An action as somebody took it: every text they read on the way. Kind: command (done) or refused.</summary>
internal sealed record Walked(string Action, string Name, string Preview, string Pending, string Kind, string Outcome);

/// <summary>Takes one action after another as the screen offers it, and reads what it says.</summary>
internal sealed partial class Walker(Person person)
{
    /// <summary>Keeps every command that was shown as pending, however short a time.</summary>
    private const string Notebook = """
        () => {
          window.asked = [];
          const look = () => {
            for (const row of document.querySelectorAll('[data-testid="pending"]'))
              if (!window.asked.some((one) => one.command === row.dataset.command))
                window.asked.push({ command: row.dataset.command, text: row.innerText });
          };
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
        }
        """;

    /// <summary>Into the palette for one action.</summary>
    private const int LooksMost = 30;

    private int _asked;

    public Task Begin() => person.Page.EvaluateAsync(Notebook);

    /// <param name="step">The component (empty: any that offers it) and the values that differ from the form's own.</param>
    public async Task<Walked> Take(Listed action, Step step)
    {
        var (name, preview) = action.Target switch
        {
            "alert" => await Acknowledge(),
            "hints" => await AskForHint(),
            "bets" => await Bet(),
            "incident" => await AtTheDesk(action, step),
            _ => await InTheInspector(action, step),
        };
        var (pending, kind, outcome) = await Outcome(action);
        Reads(action.Id, name);
        Reads(action.Id, preview);
        Reads(action.Id, pending);
        Reads(action.Id, outcome);
        return new Walked(action.Id, name, preview, pending, kind, outcome);
    }

    /// <summary>Chosen in the palette; the inspector shows its form and what it would mean.</summary>
    private async Task<(string Name, string Preview)> InTheInspector(Listed action, Step step)
    {
        var (name, component) = await Call(action, step.Component);
        await Expect(person.At("inspected")).ToHaveTextAsync(component);
        // once the form has what is set now: that decides which fields it has
        await Expect(person.At("preview")).ToBeVisibleAsync();
        var labels = await person.At("action-form").Locator("[data-testid^=param-]")
            .EvaluateAllAsync<string[]>("fields => fields.map(field => field.closest('label').firstChild.textContent.trim())");
        foreach (var label in labels) Reads(action.Id, label);

        await person.Fills(step.Values);
        await Expect(person.At("preview")).ToBeVisibleAsync();
        var preview = await person.At("preview").InnerTextAsync();
        await Expect(person.At("action-submit")).ToBeEnabledAsync();
        await person.At("action-submit").PressAsync("Enter");
        await Expect(person.At("action-form")).ToHaveCountAsync(0);
        return (name, preview);
    }

    private async Task<(string Name, string Preview)> AtTheDesk(Listed action, Step step)
    {
        var (name, _) = await Call(action, "");
        if (action.Id == "name-cause")
        {
            await person.At("failure-search").FillAsync("hung");
            await Expect(person.At("failure-hung-backend")).ToHaveAttributeAsync("aria-selected", "true");
        }
        else await person.Fills(step.Values);
        var form = await person.At("incident-form").InnerTextAsync();
        await Expect(person.At("incident-submit")).ToBeEnabledAsync();
        await person.At("incident-submit").PressAsync("Enter");
        await Expect(person.At("incident-form")).ToHaveCountAsync(0);
        await person.At("channel-events").ClickAsync();
        return (name, form);
    }

    private async Task<(string Name, string Preview)> Acknowledge()
    {
        var button = person.At("alerts").Locator("[data-testid^=alert-ack-]").First;
        var (name, alert) = (await button.InnerTextAsync(), await person.At("alerts").InnerTextAsync());
        await button.ClickAsync();
        return (name, alert);
    }

    private async Task<(string Name, string Preview)> AskForHint()
    {
        await person.At("hints-open").ClickAsync();
        var name = await person.At("hint-ask").InnerTextAsync();
        await person.At("hint-ask").ClickAsync();
        await Expect(person.At("hints").Locator("li")).ToHaveCountAsync(1);
        var hint = await person.At("hints").InnerTextAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        return (name, hint);
    }

    private async Task<(string Name, string Preview)> Bet()
    {
        var (name, card) = (await person.At("bet-1").InnerTextAsync(), await person.At("bet").InnerTextAsync());
        await person.At("bet-1").ClickAsync();
        await Expect(person.At("bet-1")).ToHaveAttributeAsync("aria-pressed", "true");
        return (name, card);
    }

    /// <summary>
    /// Opens the palette and chooses; fails when nothing on the screen offers the action. The palette lists what could be done as
    /// it opened: what follows from the step before may take another look.
    /// </summary>
    private async Task<(string Name, string Component)> Call(Listed action, string component)
    {
        var wanted = person.Page.Locator($"[data-testid^='palette-{component}'][data-testid$='/{action.Id}']").First;
        for (var looks = 1; ; looks++)
        {
            await person.Page.Keyboard.PressAsync("Control+k");
            await person.At("palette-input").FillAsync($"{component} {action.Id}".Trim());
            if (await wanted.CountAsync() > 0) break;
            Assert.True(looks < LooksMost, $"nothing on the screen offers {action.Id} {component}");
            await person.Page.Keyboard.PressAsync("Escape");
            await Expect(person.At("palette-input")).ToHaveCountAsync(0);
        }

        var (id, name) =
            (await wanted.GetAttributeAsync("data-testid") ?? "", await wanted.Locator("span").First.InnerTextAsync());
        if (await wanted.GetAttributeAsync("aria-selected") == "true") await person.Page.Keyboard.PressAsync("Enter");
        else await wanted.ClickAsync();
        await Expect(person.At("palette-input")).ToHaveCountAsync(0);
        return (name.Split(" · ")[^1], id["palette-".Length..id.IndexOf('/', StringComparison.Ordinal)]);
    }

    private async Task<(string Pending, string Kind, string Outcome)> Outcome(Listed action)
    {
        await person.Page.WaitForFunctionAsync("at => window.asked.length > at", _asked);
        var command = await person.Page.EvaluateAsync<string>("at => window.asked[at].command", _asked);
        var pending = await person.Page.EvaluateAsync<string>("at => window.asked[at].text", _asked);
        _asked++;
        var row = person.At("event-feed").Locator($"li[data-command='{command}']").Last;
        try
        {
            var kind = await row.GetAttributeAsync("class") ?? "";
            return (pending, kind.Split(' ')[0], await row.Locator(".text").InnerTextAsync());
        }
        catch (TimeoutException)
        {
            var said = person.At("refusal");
            throw new TimeoutException(
                $"{action.Id} has no outcome in the feed: "
                + $"{(await said.CountAsync() > 0 ? await said.First.InnerTextAsync() : "nothing is said")}");
        }
    }

    /// <summary>People get words: not the code itself, nor any other.</summary>
    private static void Reads(string code, string text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text), $"{code}: nothing to read");
        Assert.False(text == code || text.Contains("undefined", StringComparison.Ordinal), $"{code} is shown as '{text}'");
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
            Assert.False(Code().IsMatch(line), $"{code}: '{line}' is a code, not a text");
    }

    /// <summary>A line of nothing but words joined by hyphens. Components are called so too: web-1, feed-a.</summary>
    [GeneratedRegex("^(?!feed-)[a-z]+(-[a-z]+)+$")]
    private static partial Regex Code();
}
