using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>
/// Somebody who knows nothing but what is on the screen: finds things by their labels and takes numbers from the texts. Time
/// stands still while they read and decide.
/// </summary>
internal sealed partial class Newcomer(Person person)
{
    /// <summary>At the beginning, to see how fast the screen can be followed.</summary>
    private const int QuietSeconds = 10;

    private readonly Pace _pace = new(person);

    private IPage Page => person.Page;

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>Plays a scenario by its place on the first page, counted from 0; reads first.</summary>
    public async Task Plays(int place, bool tour)
    {
        var tile = Page.GetByRole(AriaRole.Article).Nth(place);
        await tile.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await person.SeesItRun();
        if (tour) await FollowsTheTour();
        await _pace.Stands();
        await WatchesFor(QuietSeconds);
    }

    public Task<bool> WatchesUntil(int seconds) => _pace.Watches("time", seconds);

    public Task<bool> WatchesUntil(string clock) => WatchesUntil(Seconds(clock));

    public async Task<bool> WatchesFor(int seconds) => await WatchesUntil(await _pace.Now() + seconds);

    public Task<bool> WatchesForAnAlert(string says) => _pace.Watches("alert", says);

    public Task<bool> WatchesTheTable(string says) => _pace.Watches("table", says);

    public Task<bool> WatchesUntilBusy(string component, int percent) => _pace.Watches("busy", component, percent);

    /// <summary>To the end of the drill; the points on the end screen.</summary>
    public async Task<int> SeesTheEnd()
    {
        await _pace.Watches("end", "");
        var total = person.At("score-total");
        await Expect(total).ToHaveTextAsync(Number());
        return int.Parse(await total.InnerTextAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>All hints of a drill, each as soon as there is one; the last says what to do.</summary>
    public async Task<string> AsksForAllHints()
    {
        for (; ; )
        {
            await Page.GetByRole(AriaRole.Button, new() { Name = "Hints", Exact = true }).ClickAsync();
            var ask = Dialog.GetByRole(AriaRole.Button, new() { Name = "Ask for hint" });
            var (more, early) = (await ask.CountAsync() > 0, await ask.CountAsync() > 0 && await ask.IsDisabledAsync());
            var text = await Dialog.InnerTextAsync();
            if (more && !early) await ask.ClickAsync();
            await Page.Keyboard.PressAsync("Escape");
            if (!more) return text;
            if (early) await WatchesUntil(Reads(text, @"\bfrom (\d\d:\d\d)"));
            else await _pace.Happens();
        }
    }

    /// <summary>Chooses what is called so in the table of everything.</summary>
    public async Task Chooses(string component)
    {
        var named = new LocatorGetByRoleOptions { Name = component, Exact = true, IncludeHidden = true };
        await person.At("table-twin").GetByRole(AriaRole.Button, named).EvaluateAsync("button => button.click()");
        await Expect(person.At("inspected")).ToHaveTextAsync(component);
    }

    /// <summary>The rows of the table that say this.</summary>
    public async Task<IReadOnlyList<string>> Which(string says)
    {
        var rows = Page.GetByTestId("table-twin").Locator("tbody tr", new() { HasTextRegex = new(Regex.Escape(says)) });
        return await rows.Locator("th").AllInnerTextsAsync();
    }

    /// <summary>Does something to a component, after a look at what it would mean: as soon as time goes on.</summary>
    public async Task Does(string component, string action, params (string Label, string Value)[] values)
    {
        await Chooses(component);
        var button = person.At("inspector").GetByRole(AriaRole.Button, new() { NameRegex = Begins(action) }).First;
        if (await button.CountAsync() == 0) await person.At("actions-more").ClickAsync();
        await button.ClickAsync();
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
        await Notes($"{component}: {action}");
    }

    /// <summary>Declares an incident, tells people, and says what it comes from.</summary>
    public async Task Explains(string component, string meaning, string what)
    {
        await person.At("channel-incident").ClickAsync();
        await Opens("Declare an incident");
        await Dialog.GetByLabel("What is wrong").FillAsync(what);
        await Decides("Declare an incident");
        await _pace.Happens();
        await Opens("Post a status update");
        await Dialog.GetByRole(AriaRole.Textbox).FillAsync("We know and are at it.");
        await Decides("Post a status update");
        await Opens("Name the root cause");
        await Expect(Dialog.GetByLabel("Component").Locator("option").First).ToBeAttachedAsync();
        await Dialog.GetByLabel("Component").SelectOptionAsync(component);
        await Dialog.GetByRole(AriaRole.Option, new() { Name = meaning }).First.ClickAsync();
        await Decides("Name the root cause");
        await Notes($"{component}: {meaning}");
    }

    /// <summary>When everybody is served again.</summary>
    public async Task Closes()
    {
        await Opens("Close the incident");
        await Decides("Close the incident");
    }

    /// <summary>A part of a text that must be there, as somebody reads it out of it.</summary>
    public static string Reads(string text, string pattern)
    {
        var found = Regex.Match(text, pattern);
        Assert.True(found.Success, $"\"{text}\" does not say {pattern}");
        return found.Groups[1].Value;
    }

    /// <summary>Simulated seconds of a time that a text tells: "04:00" is 240.</summary>
    public static int Seconds(string clock) =>
        (int)TimeSpan.ParseExact(clock, @"mm\:ss", CultureInfo.InvariantCulture).TotalSeconds;

    private async Task FollowsTheTour()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Follow a request" }).ClickAsync();
        var next = person.At("tour").GetByRole(AriaRole.Button, new() { NameRegex = new("Next|Start playing") });
        while (await person.At("tour").CountAsync() > 0) await next.ClickAsync();
    }

    private async Task Notes(string what)
    {
        var now = TimeSpan.FromSeconds(await _pace.Now());
        TestContext.Current.TestOutputHelper!.WriteLine($"{now:mm\\:ss} {what}");
    }

    private async Task Opens(string form)
    {
        await person.At("incident").GetByRole(AriaRole.Button, new() { Name = form }).ClickAsync();
        await Expect(Dialog).ToBeVisibleAsync();
    }

    private async Task Decides(string form)
    {
        await Dialog.GetByRole(AriaRole.Button, new() { Name = form }).Last.ClickAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
    }

    private static async Task SelectsWhat(ILocator list, string says)
    {
        var labels = await list.Locator("option").AllInnerTextsAsync();
        var label = labels.First(one => one.StartsWith(says, StringComparison.Ordinal));
        await list.SelectOptionAsync(new SelectOptionValue { Label = label });
    }

    private static Regex Begins(string text) => new("^\\s*" + Regex.Escape(text));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
