using System.Diagnostics;

namespace OpsGame.Load.Chaos;

/// <summary>
/// Killed while it starts, on new data and on data of before by turns: then it starts, has what was acknowledged, and plays.
/// </summary>
internal static class StartKills
{
    public const string Kind = "kills at start";

    /// <summary>A start takes less, unless the machine is busy.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(4);

    public static async Task Run(ChaosPlan plan, Func<Home> newHome, IEnumerable<int> rounds, Tally tally, CancellationToken stop)
    {
        var old = newHome();
        await using var server = new GameServer(plan.Server, old);
        var since = Stopwatch.GetTimestamp();
        await server.Start();
        var takes = Stopwatch.GetElapsedTime(since);
        var latest = takes > Usual ? takes : Usual;
        await using var drill = await Drill.Begin([server], 1, tally, stop);
        await drill.GoesOn(drill.Players, stop);
        foreach (var round in rounds)
        {
            var after = latest * plan.ChanceOf(Kind, round).NextDouble();
            tally.Tried();
            if (round % 2 == 0) await OnNewData(plan, newHome(), after, tally, stop);
            else if (!await OnOldData(drill, server, after, tally, stop)) return;
        }

        await drill.Judge(plan.Server, old);
    }

    private static async Task OnNewData(ChaosPlan plan, Home home, TimeSpan after, Tally tally, CancellationToken stop)
    {
        await using var server = new GameServer(plan.Server, home);
        if (!await KillAndStart(server, after, "new data", tally, stop)) return;
        await using var drill = await Drill.Begin([server], 1, tally, stop);
        if (await drill.GoesOn(drill.Players, stop)) await drill.Prove(int.MaxValue);
    }

    private static async Task<bool> OnOldData(Drill drill, GameServer server, TimeSpan after, Tally tally, CancellationToken stop)
    {
        await server.Kill();
        drill.Trouble(allNew: true);
        if (!await KillAndStart(server, after, "data of before", tally, stop)) return false;
        if (!await drill.GoesOn(drill.Players, stop)) return false;
        await drill.Prove(newest: 4);
        return true;
    }

    private static async Task<bool> KillAndStart(
        GameServer server, TimeSpan after, string data, Tally tally, CancellationToken stop)
    {
        server.Spawn();
        await Task.Delay(after, stop);
        await server.Kill();
        tally.Say($"killed {after.TotalMilliseconds:0} ms into a start on {data}");
        try
        {
            await server.Start();
            return true;
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            tally.Stuck($"killed {after.TotalMilliseconds:0} ms into a start on {data} it never starts again: {server.Last}");
            return false;
        }
    }
}
