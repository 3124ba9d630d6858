using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>
/// How somebody alone follows a drill: fast until there is news, then time stands still. Where the screen lags behind the system,
/// they follow it more slowly, so that a slow machine costs them nothing but time.
/// </summary>
internal sealed partial class Pace(Person person)
{
    /// <summary>Whoever watches has a finger on the pause button: pressed when there is news, or what was waited for.</summary>
    private const string Watch = """
        ([until, what, below, waits]) => {
          const at = (id) => document.querySelector(`[data-testid="${id}"]`);
          const time = () => at('clock').textContent.match(/(\d+):(\d+)/);
          const clock = () => Number(time()[1]) * 60 + Number(time()[2]);
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

    private const string StandsOrOver =
        "() => document.querySelector('[data-status=paused], [data-testid=score-total]') !== null";

    private const string Slowest = "½×";

    /// <summary>Simulated seconds that go by before the clock stands, at most.</summary>
    private const int LagMost = 6;

    private static readonly string[] Speeds = ["1×", "2×", "4×", "8×"];

    private static readonly PageWaitForFunctionOptions Patience = new() { Timeout = 300_000 };

    private int _speed = Speeds.Length - 1;

    private IPage Page => person.Page;

    public async Task<int> Now() => Newcomer.Seconds(Clock().Match(await person.At("clock").InnerTextAsync()).Value);

    /// <summary>Acknowledges every alert until something is so. False: the drill is over.</summary>
    public async Task<bool> Watches(string until, object what, int below = 0)
    {
        for (var waits = false; ; waits = true)
        {
            if (waits) await Goes(Speeds[_speed]);
            var look = await Page.WaitForFunctionAsync(Watch, new[] { until, what, below, waits }, Patience);
            var seen = (await look.JsonValueAsync<string>()).Split(' ');
            await Page.WaitForFunctionAsync(StandsOrOver);
            if (seen[0] == "over" || await person.At("score-total").IsVisibleAsync()) return false;
            await Acknowledges();
            if (waits) Suits(await Now() - int.Parse(seen[1], CultureInfo.InvariantCulture));
            if (seen[0] == "seen") return true;
        }
    }

    /// <summary>What was decided happens as soon as time goes on, slowly; then time stands again.</summary>
    public async Task Happens()
    {
        await Goes(Slowest);
        await Expect(person.At("pending")).ToHaveCountAsync(0);
        await Stands();
    }

    public async Task Stands()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Page.WaitForFunctionAsync(StandsOrOver);
    }

    private async Task Goes(string speed)
    {
        await Page.GetByLabel("Speed").SelectOptionAsync(new SelectOptionValue { Label = speed });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync();
        await Page.WaitForFunctionAsync("() => document.querySelector('[data-status=paused]') === null");
    }

    private void Suits(int lag)
    {
        if (lag < LagMost / 3) _speed = Math.Min(Speeds.Length - 1, _speed + 1);
        for (; lag > LagMost && _speed > 0; lag /= 2) _speed--;
    }

    private async Task Acknowledges()
    {
        var open = person.At("alerts").GetByRole(AriaRole.Button, new() { Name = "Acknowledge", Exact = true, Disabled = false });
        // it may have cleared before the click
        while (await open.CountAsync() > 0) await open.First.EvaluateAllAsync<object>("buttons => void buttons[0]?.click()");
    }

    [GeneratedRegex(@"\d\d:\d\d")]
    private static partial Regex Clock();
}
