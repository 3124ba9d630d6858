using System.Globalization;

namespace OpsGame.Browser.Tests;

/// <summary>
/// The first five scenarios of the first page, the first one after the tour, by what the screen says: alerts, hints, the table.
/// </summary>
public sealed class FirstFiveTests(ITestOutputHelper output) : Served
{
    private const int Enough = 600;
    /// <summary>Played beside each other, about as long each: more at a time, and none of their pages keeps up.</summary>
    private static readonly int[][] Lanes = [[3], [2, 0], [4, 1]];

    private const string More = "scaling too slow";
    private const string Hung = "hung backend";

    [Fact]
    public async Task TheFirstFiveScenariosAreMasteredByWhatTheScreenSays()
    {
        var games = new Func<Newcomer, Task>[] { OneServer, TwoTiers, HealthChecks, Clock, ApplicationTier };
        var scores = await Task.WhenAll(Lanes.Select(lane => Play(lane, games)));
        Assert.All(scores.SelectMany(lane => lane), score => Assert.InRange(score, Enough, 1000));
    }

    private async Task<int[]> Play(int[] lane, Func<Newcomer, Task>[] games)
    {
        var scores = new List<int>();
        foreach (var place in lane) scores.Add(await Play(place, games[place]));
        return [.. scores];
    }

    private async Task<int> Play(int place, Func<Newcomer, Task> game)
    {
        await using var person = await Arrives(still: true, tour: place == 0);
        var she = new Newcomer(person);
        await she.Plays(place, tour: place == 0);
        await game(she);
        var score = await she.SeesTheEnd();
        output.WriteLine($"scenario {place + 1}: {score}");
        return score;
    }

    /// <summary>A server that answers nobody, a rush, a release.</summary>
    private static async Task OneServer(Newcomer she)
    {
        await she.WatchesForAnAlert("requests fail");
        var silent = Assert.Single(await she.Which("No answer"));
        await she.Does(silent, "Restart");
        await she.Explains(silent, Hung, "Shoppers get no answer");
        var hint = await she.AsksForAllHints();
        await she.Does(silent, "Change threads",
            ("Role", "app"), ("Threads per process", Newcomer.Reads(hint, @"(\d+) threads a process")));
        await she.WatchesUntil(Newcomer.Reads(hint, @"around (\d\d:\d\d)"));
        await she.Closes();
        await she.Does("rollout", "Start a rollout", ("Version", Newcomer.Reads(hint, @"roll out (v\d+)")));
    }

    /// <summary>A database that moves before the rush, through a firewall.</summary>
    private static async Task TwoTiers(Newcomer she)
    {
        var hint = await she.AsksForAllHints();
        await she.Does(Newcomer.Reads(hint, @"Open (\S+)'s firewall"), "Open firewall",
            ("Traffic from", Newcomer.Reads(hint, @"for the (app)lication only")));
        await she.Does(Newcomer.Reads(hint, @"fail the (\w+) over"), "Fail over");
    }

    /// <summary>Servers that hang, and a balancer that is slow to notice.</summary>
    private static async Task HealthChecks(Newcomer she)
    {
        await she.WatchesForAnAlert("requests fail");
        var silent = Assert.Single(await she.Which("No answer"));
        await she.Does(silent, "Restart");
        await she.Explains(silent, Hung, "Every fourth request fails");
        var hint = await she.AsksForAllHints();
        await she.Closes();
        await she.Does("balancer", "Set the health check",
            ("Interval", Newcomer.Reads(hint, @"every (\d+) s")), ("Timeout", Newcomer.Reads(hint, @"timeout of (\d+) s")));
        await she.WatchesTheTable("No power");
        var dark = (await she.Which("No power")).First(one => one.StartsWith("rack", StringComparison.Ordinal));
        await she.Explains(dark, "rack lost", "Half of the servers are dark");
        await she.WatchesUntil(Newcomer.Reads(hint, @"around (\d\d:\d\d)"));
        await she.Closes();
        Assert.Contains("a quarter", hint, StringComparison.Ordinal);
        await she.Does("rollout", "Start a rollout", ("Version", Newcomer.Reads(hint, @"out (v\d+)")), ("Batch size", "0.25"));
        await she.WatchesTheTable("No answer");
        var other = Assert.Single(await she.Which("No answer"));
        await she.Does(other, "Restart");
        await she.Explains(other, Hung, "Another server hangs");
    }

    /// <summary>Two sales on the calendar, and a surprise.</summary>
    private static async Task Clock(Newcomer she)
    {
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

        await she.WatchesUntil(Newcomer.Reads(hint, @"From (\d\d:\d\d)"));
        await she.Does("scaler", "Set scaling",
            ("Target CPU share", $"0.{Newcomer.Reads(hint, @"target of (\d+) %")}"), ("Cool-down", "5"), ("Warm-up", "0"));
        if (await she.WatchesForAnAlert("requests")) await she.Explains("scaler", More, "More people than anybody announced");
    }

    /// <summary>The part that is short, one more whenever it is full.</summary>
    private static async Task ApplicationTier(Newcomer she)
    {
        var hint = await she.AsksForAllHints();
        var (tier, size) = (Newcomer.Reads(hint, @"tier (\w+)"), Newcomer.Reads(hint, @"size (\w+)"));
        var full = int.Parse(Newcomer.Reads(hint, @"passes (\d+) %"), CultureInfo.InvariantCulture);
        var busy = Newcomer.Reads(hint, @"whenever (\S+)'s CPU");
        Assert.Contains("four", hint, StringComparison.Ordinal);
        for (var bought = 0; bought < 4; bought++)
        {
            if (!await she.WatchesUntilBusy(busy, full)) return;
            await she.Does("rack-1", "Add a server", ("Server type", tier), ("Size", size));
            if (bought == 0) await she.Explains(busy, More, "Pages are late since more people come");
            await she.WatchesFor(35);
        }
    }
}
