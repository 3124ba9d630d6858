using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>
/// Somebody who knows nothing but what is on the screen: finds things by their labels and takes numbers from the texts.
/// </summary>
internal sealed partial class Newcomer(Person person)
{
    private IPage Page => person.Page;

    /// <summary>Plays a scenario by its place on the first page, counted from 0, as fast as the page lets them.</summary>
    public async Task Plays(int place)
    {
        await Page.GetByRole(AriaRole.Article).Nth(place).GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await person.SeesItRun();
    }

    private Task Runs(string speed) => Page.GetByLabel("Speed").SelectOptionAsync(new SelectOptionValue { Label = speed });

    /// <summary>Acknowledges whatever comes, until something is so: fast while nothing is to be done, slowly when something is.</summary>
    public async Task Watches(Func<Task<bool>> until)
    {
        await Runs("8×");
        while (!await until())
        {
            await Acknowledges();
            await Task.Delay(150, TestContext.Current.CancellationToken);
        }

        if (!await IsOver()) await Runs("1×");
    }

    public Task WatchesUntil(int seconds) => Watches(async () => await IsOver() || await Now() >= seconds);

    public async Task WatchesFor(int seconds) => await WatchesUntil(await Now() + seconds);

    public Task WatchesForAnAlert(string says) =>
        Watches(async () => await IsOver() || await person.At("alerts").GetByText(says).CountAsync() > 0);

    /// <summary>To the end of the drill; the points on the end screen.</summary>
    public async Task<int> SeesTheEnd()
    {
        await Watches(IsOver);
        var total = person.At("score-total");
        await Expect(total).ToHaveTextAsync(Number());
        return int.Parse(await total.InnerTextAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Asks for the next hint as soon as there is one, and reads it.</summary>
    public async Task<string> AsksForAHint()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hints", Exact = true }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        var hints = dialog.GetByRole(AriaRole.Listitem);
        var had = await hints.CountAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ask for hint" }).ClickAsync();
        await Expect(hints).ToHaveCountAsync(had + 1);
        var text = await hints.Last.InnerTextAsync();
        await Page.Keyboard.PressAsync("Escape");
        return text;
    }

    /// <summary>All hints of a drill, the last of which says what to do.</summary>
    public async Task<string> AsksForAllHints()
    {
        string hint;
        do hint = await AsksForAHint();
        while (await HasMoreHints());
        return hint;
    }

    /// <summary>Chooses what is called so in the table of everything.</summary>
    public async Task Chooses(string component)
    {
        await Page.GetByTestId("table-twin").GetByRole(AriaRole.Button, new() { Name = component, Exact = true, IncludeHidden = true })
            .EvaluateAsync("button => button.click()");
        await Expect(person.At("inspected")).ToHaveTextAsync(component);
    }

    /// <summary>The rows of the table that say this.</summary>
    public async Task<IReadOnlyList<string>> Which(string says)
    {
        var rows = Page.GetByTestId("table-twin").Locator("tbody tr", new() { HasText = says });
        return await rows.Locator("th").AllInnerTextsAsync();
    }

    /// <summary>What the table says of a component under a heading; a share in per cent.</summary>
    public async Task<int> Figure(string component, string heading)
    {
        var table = person.At("table-twin");
        var headings = await table.Locator("thead th").AllTextContentsAsync();
        var row = table.Locator("tbody tr", new() { Has = Page.GetByText(component, new() { Exact = true }) }).First;
        var text = await row.Locator("th, td").Nth(headings.ToList().FindIndex(one => one.Trim() == heading)).TextContentAsync();
        return int.TryParse(Number().Match(text ?? "").Value, CultureInfo.InvariantCulture, out var figure) ? figure : 0;
    }

    /// <summary>Does something to a component, after a look at what it would mean; time stands still meanwhile.</summary>
    public async Task Does(string component, string action, params (string Label, string Value)[] values)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Expect(person.At("status")).ToContainTextAsync("Paused");
        await Chooses(component);
        await person.At("inspector").GetByRole(AriaRole.Button, new() { NameRegex = Begins(action) }).First.ClickAsync();
        var form = person.At("action-form");
        foreach (var (label, value) in values)
        {
            var field = form.Locator("label", new() { HasTextRegex = Begins(label) }).Locator("select, input");
            if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT") await SelectsWhat(field, value);
            else await field.FillAsync(value);
        }

        await Expect(person.At("preview")).ToBeVisibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = action }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
        TestContext.Current.TestOutputHelper!.WriteLine($"{await Now()} {component} {action}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync();
    }

    /// <summary>Looks closer at a component; what is found.</summary>
    public async Task<string> Looks(string component, string look)
    {
        await Chooses(component);
        await person.At("inspector").GetByRole(AriaRole.Tab, new() { Name = "Look" }).ClickAsync();
        var part = person.At("inspector").Locator("section", new() { HasText = look }).Last;
        await part.GetByRole(AriaRole.Button, new() { NameRegex = Begins("Look") }).ClickAsync();
        await Expect(part).ToContainTextAsync("As of");
        return await part.InnerTextAsync();
    }

    /// <summary>Declares an incident, tells people, and says what it comes from.</summary>
    public async Task Explains(string component, string meaning, string what)
    {
        await Page.Keyboard.PressAsync("Escape");
        await person.At("channel-incident").ClickAsync();
        var incident = person.At("incident");
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await incident.GetByRole(AriaRole.Button, new() { Name = "Declare an incident" }).ClickAsync();
        await dialog.GetByLabel("What is wrong").FillAsync(what);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Declare an incident" }).Last.ClickAsync();
        await incident.GetByRole(AriaRole.Button, new() { Name = "Post a status update" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("We know and are at it.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Post a status update" }).Last.ClickAsync();
        await incident.GetByRole(AriaRole.Button, new() { Name = "Name the root cause" }).ClickAsync();
        await Expect(dialog.GetByLabel("Component").Locator("option").First).ToBeAttachedAsync();
        await dialog.GetByLabel("Component").SelectOptionAsync(component);
        await dialog.GetByRole(AriaRole.Option, new() { Name = meaning }).First.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Name the root cause" }).Last.ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        TestContext.Current.TestOutputHelper!.WriteLine($"{await Now()} {component} {meaning}");
    }

    /// <summary>When everybody is served again.</summary>
    public async Task Closes()
    {
        await person.At("incident").GetByRole(AriaRole.Button, new() { Name = "Close the incident" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close the incident" }).Last.ClickAsync();
    }

    /// <summary>Simulated seconds of a time that a text tells: "04:00" is 240.</summary>
    public static int Seconds(string clock) =>
        (int)TimeSpan.ParseExact(clock, @"mm\:ss", CultureInfo.InvariantCulture).TotalSeconds;

    /// <summary>A part of a text that must be there, as somebody reads it out of it.</summary>
    public static string Reads(string text, string pattern)
    {
        var found = Regex.Match(text, pattern);
        Assert.True(found.Success, $"\"{text}\" does not say {pattern}");
        return found.Groups[1].Value;
    }

    private async Task Acknowledges()
    {
        var open = person.At("alerts").GetByRole(AriaRole.Button, new() { Name = "Acknowledge", Exact = true, Disabled = false });
        if (await open.CountAsync() == 0) return;
        // it may be gone before the click
        await open.First.EvaluateAllAsync<object>("buttons => void buttons[0]?.click()");
    }

    private async Task<bool> HasMoreHints()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hints", Exact = true }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        var more = await dialog.GetByRole(AriaRole.Button, new() { Name = "Ask for hint" }).CountAsync() > 0;
        await Page.Keyboard.PressAsync("Escape");
        return more;
    }

    public Task<bool> IsOver() => person.At("score-total").IsVisibleAsync();

    private async Task<int> Now()
    {
        const string text = "() => document.querySelector('[data-testid=clock]')?.textContent ?? ''";
        var clock = Clock().Match(await Page.EvaluateAsync<string>(text));
        return clock.Success ? Seconds(clock.Value) : int.MaxValue;
    }

    private static async Task SelectsWhat(ILocator list, string says)
    {
        var labels = await list.Locator("option").AllInnerTextsAsync();
        await list.SelectOptionAsync(new SelectOptionValue { Label = labels.First(label => label.StartsWith(says, StringComparison.Ordinal)) });
    }

    private static Regex Begins(string text) => new("^\\s*" + Regex.Escape(text));

    [GeneratedRegex(@"\d\d:\d\d")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
