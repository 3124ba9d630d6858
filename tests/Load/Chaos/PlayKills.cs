namespace OpsGame.Load.Chaos;

/// <summary>
/// Killed under play. Alone, the server is started again; of two, the other takes over, and the killed one joins it again.
/// </summary>
internal static class PlayKills
{
    public const string Kind = "kills in play";

    /// <summary>Kills a drill lives through before another is begun: it must not come to its end.</summary>
    private const int KillsADrill = 5;

    private static readonly double[] Speeds = [1, 2, 4];

    public static async Task Run(ChaosPlan plan, Func<Home> newHome, IEnumerable<int> rounds, Tally tally, CancellationToken stop)
    {
        var home = newHome();
        var count = home.Postgres is null ? 1 : 2;
        GameServer[] servers = [.. Enumerable.Range(0, count).Select(_ => new GameServer(plan.Server, home))];
        try
        {
            foreach (var server in servers) await server.Start();
            var left = new Queue<int>(rounds);
            while (left.TryPeek(out var first))
            {
                var speed = Speeds[plan.ChanceOf(Kind, first).Next(Speeds.Length)];
                await using var drill = await Drill.Begin(servers, speed, tally, stop);
                for (var kills = 0; kills < KillsADrill && !drill.Ended && left.TryDequeue(out var round); kills++)
                {
                    tally.Tried();
                    if (!await Kill(drill, servers, plan.ChanceOf(Kind, round), tally, stop)) break;
                }

                await drill.Judge(plan.Server, home);
            }
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    private static async Task<bool> Kill(Drill drill, GameServer[] servers, Random chance, Tally tally, CancellationToken stop)
    {
        var (victim, other) = servers.Length == 1 || chance.Next(2) == 0 ? (servers[0], servers[^1]) : (servers[1], servers[0]);
        await drill.GoesOn(drill.Players, stop);
        await Task.Delay(chance.Next(3000), stop);
        drill.Trouble(allNew: servers.Length == 1);
        await victim.Kill();
        drill.Move(victim, other);
        if (servers.Length == 1) await victim.Start();
        var goesOn = await drill.GoesOn(drill.Players, stop);
        var takenOver = drill.Players.Max(player => player.Sight.TakenOverAfter);
        if (takenOver is { } after) tally.TakenOver(after);
        tally.Say(takenOver is { } time
            ? $"killed under play; taken over after {time.TotalSeconds:0.0} s" : "killed under play; the drill ran elsewhere");
        if (goesOn) await drill.Prove(newest: 4);
        if (servers.Length > 1) await victim.Start();
        drill.NoTrouble();
        drill.Spread(servers);
        return goesOn;
    }
}
