namespace OpsGame.Browser.Tests;

/// <summary>The first five scenarios of the first page, played by what the screen says: alerts, hints, the table, the looks.</summary>
public sealed class FirstFiveTests(ITestOutputHelper output) : Served
{
    private const int Enough = 600;
    private const string More = "scaling too slow";
    private const string Hung = "hung backend";

    [Fact]
    public async Task TheFirstFiveScenariosAreMasteredByWhatTheScreenSays()
    {
        var games = new Func<Newcomer, Task>[] { OneServer, TwoTiers, HealthChecks, Clock, ApplicationTier };
        var scores = await Task.WhenAll(games.Select((game, place) => (place, game)).Where(one => (Environment.GetEnvironmentVariable("FIVE") ?? "01234").Contains(one.place.ToString())).Select(one => Play(one.place, one.game)));
        Assert.All(scores, score => Assert.InRange(score, Enough, 1000));
    }

    private async Task<int> Play(int place, Func<Newcomer, Task> game)
    {
        await using var person = await Arrives(still: true);
        var newcomer = new Newcomer(person);
        await newcomer.Plays(place);
        try { await game(newcomer); }
        catch (Exception e) { await person.Page.ScreenshotAsync(new() { Path = $"/tmp/h-five-{place}.png" }); output.WriteLine($"{place}: {e.Message}"); throw; }
        var score = await newcomer.SeesTheEnd();
        output.WriteLine(await person.Page.Locator("main").InnerTextAsync());
        output.WriteLine($"scenario {place + 1}: {score}");
        return score;
    }

    /// <summary>A server that answers nobody, a rush, a release.</summary>
    private static async Task OneServer(Newcomer she)
    {
        await she.WatchesForAnAlert("requests fail");
        var silent = Assert.Single(await she.Which("no answer"));
        Assert.Contains("no answer for", await she.Looks(silent, "List processes"), StringComparison.Ordinal);
        await she.Does(silent, "Restart");
        await she.Explains(silent, Hung, "Shoppers get no answer");
        var hint = await she.AsksForAllHints();
        await she.Does(silent, "Change threads",
            ("Role", "app"), ("Threads per process", Newcomer.Reads(hint, @"(\d+) threads a process")));
        await she.WatchesUntil(Newcomer.Seconds(Newcomer.Reads(hint, @"around (\d\d:\d\d)")));
        await she.Closes();
        await she.Does("rollout", "Start a rollout", ("Version", Newcomer.Reads(hint, @"roll out (v\d+)")));
    }

    /// <summary>A database that moves before the rush, through a firewall.</summary>
    private static async Task TwoTiers(Newcomer she)
    {
        await she.WatchesUntil(75);
        var hint = await she.AsksForAllHints();
        await she.Does(Newcomer.Reads(hint, @"Open (\S+)'s firewall"), "Open firewall",
            ("Traffic from", Newcomer.Reads(hint, @"for the (app)lication only")));
        await she.Does(Newcomer.Reads(hint, @"fail the (\w+) over"), "Fail over");
    }

    /// <summary>Servers that hang, and a balancer that is slow to notice.</summary>
    private static async Task HealthChecks(Newcomer she)
    {
        await she.WatchesForAnAlert("requests fail");
        var silent = Assert.Single(await she.Which("no answer"));
        await she.Does(silent, "Restart");
        await she.Explains(silent, Hung, "Every fourth request fails");
        await she.WatchesUntil(180);
        await she.Closes();
        var hint = await she.AsksForAllHints();
        await she.Does("balancer", "Set the health check",
            ("Interval", Newcomer.Reads(hint, @"every (\d+) s")), ("Timeout", Newcomer.Reads(hint, @"timeout of (\d+) s")));
        await she.WatchesUntil(Newcomer.Seconds(Newcomer.Reads(hint, @"around (\d\d:\d\d)")));
        await she.Does("rollout", "Start a rollout",
            ("Version", Newcomer.Reads(hint, @"Roll out (v\d+)")), ("Batch size", Newcomer.Reads(hint, "a (quarter)") is "quarter" ? "0.25" : ""));
        await she.WatchesForAnAlert("fails its health check");
        foreach (var other in await she.Which("no answer")) await she.Does(other, "Restart");
    }

    /// <summary>Two sales on the calendar, and a surprise.</summary>
    private static async Task Clock(Newcomer she)
    {
        await she.WatchesUntil(100);
        var hint = await she.AsksForAllHints();
        var most = Newcomer.Reads(hint, @"Minimum (\d+)");
        var least = Newcomer.Reads(hint, @"back to \d+ or (\d+)");
        foreach (var sale in new[] { Newcomer.Reads(hint, @"before (\d\d:\d\d)"), Newcomer.Reads(hint, @"and (\d\d:\d\d)") })
        {
            await she.WatchesUntil(Newcomer.Seconds(sale) - 75);
            await she.Does("scaler", "Set scaling", ("Minimum servers", most));
            await she.WatchesUntil(Newcomer.Seconds(sale) + 130);
            await she.Does("scaler", "Set scaling", ("Minimum servers", least));
        }

        await she.WatchesUntil(Newcomer.Seconds(Newcomer.Reads(hint, @"From (\d\d:\d\d)")));
        var target = int.Parse(Newcomer.Reads(hint, @"target of (\d+) %"), System.Globalization.CultureInfo.InvariantCulture);
        await she.Does("scaler", "Set scaling",
            ("Target CPU share", $"0.{target}"), ("Cool-down", "5"), ("Warm-up", "0"));
        await she.WatchesForAnAlert("requests");
        await she.Explains("scaler", More, "More people than anybody announced");
    }

    /// <summary>The part that is short, one more whenever it is full.</summary>
    private static async Task ApplicationTier(Newcomer she)
    {
        await she.WatchesUntil(140);
        var hint = await she.AsksForAllHints();
        var (tier, size) = (Newcomer.Reads(hint, @"tier (\w+)"), Newcomer.Reads(hint, @"size (\w+)"));
        var full = int.Parse(Newcomer.Reads(hint, @"passes (\d+) %"), System.Globalization.CultureInfo.InvariantCulture);
        var busy = Newcomer.Reads(hint, @"whenever (\S+)'s CPU");
        Assert.Contains("four", hint, StringComparison.Ordinal);
        for (var bought = 0; bought < 4; bought++)
        {
            await she.Watches(async () => await she.IsOver() || await she.Figure(busy, "CPU") > full);
            if (await she.IsOver()) return;
            await she.Does("rack-1", "Add a server", ("Server type", tier), ("Size", size));
            if (bought == 0) await she.Explains(busy, More, "Pages are late since more people come");
            await she.WatchesFor(35);
        }
    }
}
