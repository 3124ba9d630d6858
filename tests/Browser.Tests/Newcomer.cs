using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>
/// Somebody who knows nothing but what is on the screen: finds things by their labels and takes numbers from the texts. Time
/// stands still while they read and decide, so that a slow machine costs them nothing.
/// </summary>
internal sealed partial class Newcomer(Person person)
{
    /// <summary>Whoever watches has a finger on the pause button: pressed when there is news, or what was waited for.</summary>
    private const string Watch = """
        ([until, what, below, waits]) => {
          const at = (id) => document.querySelector(`[data-testid="${id}"]`);
          const clock = () => at('clock').textContent.match(/(\d+):(\d+)/).slice(1).reduce((all, part) => all * 60 + Number(part), 0);
          const seen = {
            time: () => clock() >= what,
            alert: () => at('alerts').textContent.includes(what),
            table: () => at('table-twin').textContent.includes(what),
            busy: () => parseInt(at(`component-${what}`).querySelector('[data-of=cpu]').textContent) > below,
            end: () => false,
          };
          const open = document.querySelector('[data-testid^=alert-ack-]:not(:disabled)');
          if (at('score-total')) return 'over 0';
          if (!at('alerts') || waits && !open && !seen[until]()) return false;
          at('pause')?.click();
          return `${seen[until]() ? 'seen' : 'news'} ${clock()}`;
        }
        """;

    private static readonly PageWaitForFunctionOptions Patience = new() { Timeout = 300_000 };

    /// <summary>At the beginning, to see how fast the screen can be followed.</summary>
    private const int QuietSeconds = 10;

    private const int LagMost = 6;
    private static readonly string[] Speeds = ["1×", "2×", "4×", "8×"];
    private int _speed = Speeds.Length - 1;

    private IPage Page => person.Page;

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>Plays a scenario by its place on the first page, counted from 0; reads first.</summary>
    public async Task Plays(int place)
    {
        await Page.GetByRole(AriaRole.Article).Nth(place).GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await person.SeesItRun();
        await Pauses();
        await WatchesFor(QuietSeconds);
    }

    public Task<bool> WatchesUntil(int seconds) => Watches("time", seconds);

    public Task<bool> WatchesUntil(string clock) => WatchesUntil(Seconds(clock));

    public async Task<bool> WatchesFor(int seconds) => await WatchesUntil(await Now() + seconds);

    public Task<bool> WatchesForAnAlert(string says) => Watches("alert", says);

    public Task<bool> WatchesTheTable(string says) => Watches("table", says);

    public Task<bool> WatchesUntilBusy(string component, int percent) => Watches("busy", component, percent);

    /// <summary>To the end of the drill; the points on the end screen.</summary>
    public async Task<int> SeesTheEnd()
    {
        await Watches("end", "");
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
            else await Happens();
        }
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
        var rows = Page.GetByTestId("table-twin").Locator("tbody tr", new() { HasTextRegex = new(Regex.Escape(says)) });
        return await rows.Locator("th").AllInnerTextsAsync();
    }

    /// <summary>Does something to a component, after a look at what it would mean: as soon as time goes on.</summary>
    public async Task Does(string component, string action, params (string Label, string Value)[] values)
    {
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
        await Notes($"{component}: {action}");
    }

    /// <summary>Looks closer at a component; what is found.</summary>
    public async Task<string> Looks(string component, string look)
    {
        await Chooses(component);
        await person.At("inspector").GetByRole(AriaRole.Tab, new() { Name = "Look" }).ClickAsync();
        var part = person.At("inspector").Locator("section", new() { HasText = look }).Last;
        await part.GetByRole(AriaRole.Button, new() { NameRegex = Begins("Look") }).ClickAsync();
        await Happens();
        await Expect(part).ToContainTextAsync("As of");
        return await part.InnerTextAsync();
    }

    /// <summary>Declares an incident, tells people, and says what it comes from.</summary>
    public async Task Explains(string component, string meaning, string what)
    {
        await person.At("channel-incident").ClickAsync();
        await Opens("Declare an incident");
        await Dialog.GetByLabel("What is wrong").FillAsync(what);
        await Decides("Declare an incident");
        await Happens();
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

    /// <summary>Fast, until something is so: then, and for every alert in between, time stands still. False: the drill is over.</summary>
    private async Task<bool> Watches(string until, object what, int below = 0)
    {
        for (var waits = false; ; waits = true)
        {
            if (waits) await Goes(Speeds[_speed]);
            var look = await Page.WaitForFunctionAsync(Watch, new[] { until, what, below, waits }, Patience);
            var seen = (await look.JsonValueAsync<string>()).Split(' ');
            if (seen[0] == "over") return false;
            await Stands();
            await Acknowledges();
            if (waits) Suits(await Now() - int.Parse(seen[1], CultureInfo.InvariantCulture));
            if (seen[0] == "seen") return true;
        }
    }

    /// <summary>Where the screen lags behind the system, one watches it more slowly.</summary>
    /// <param name="lag">Simulated seconds that went by before the clock stood.</param>
    private void Suits(int lag)
    {
        while (lag > LagMost && _speed > 0)
        {
            _speed--;
            lag /= 2;
        }

        if (lag < LagMost / 3) _speed = Math.Min(Speeds.Length - 1, _speed + 1);
    }

    private async Task<int> Now() => Seconds(Reads(await person.At("clock").InnerTextAsync(), @"(\d\d:\d\d)"));

    private async Task Notes(string what)
    {
        var clock = await person.At("clock").InnerTextAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.ReplaceLineEndings(" ")} {Speeds[_speed]} {what}");
    }

    /// <summary>What was decided happens as soon as time goes on, slowly; then time stands again.</summary>
    private async Task Happens()
    {
        await Goes("½×");
        await Expect(person.At("pending")).ToHaveCountAsync(0);
        await Pauses();
    }

    private async Task Goes(string speed)
    {
        await Page.GetByLabel("Speed").SelectOptionAsync(new SelectOptionValue { Label = speed });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync();
        await Expect(person.At("status")).Not.ToHaveAttributeAsync("data-status", "paused");
    }

    private async Task Pauses()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Stands();
    }

    private Task Stands() => Expect(person.At("status")).ToHaveAttributeAsync("data-status", "paused");

    private async Task Acknowledges()
    {
        var open = person.At("alerts").GetByRole(AriaRole.Button, new() { Name = "Acknowledge", Exact = true, Disabled = false });
        // it may have cleared before the click
        while (await open.CountAsync() > 0) await open.First.EvaluateAllAsync<object>("buttons => void buttons[0]?.click()");
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
        await list.SelectOptionAsync(new SelectOptionValue { Label = labels.First(label => label.StartsWith(says, StringComparison.Ordinal)) });
    }

    private static Regex Begins(string text) => new("^\\s*" + Regex.Escape(text));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
