namespace OpsGame.Load.Chaos;

/// <summary>
/// One of two servers is stopped for longer than the other waits for it, then woken into a game that went on without it.
/// </summary>
internal static class Stops
{
    public const string Kind = "stops";

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(20);

    private static readonly double[] Speeds = [1, 2];

    public static async Task Run(ChaosPlan plan, Func<Home> newHome, IEnumerable<int> rounds, Tally tally, CancellationToken stop)
    {
        var home = newHome();
        GameServer[] servers = [new(plan.Server, home), new(plan.Server, home)];
        try
        {
            foreach (var round in rounds)
            {
                foreach (var server in servers)
                    if (!server.Lives) await server.Start();
                var chance = plan.ChanceOf(Kind, round);
                tally.Tried();
                await using var drill = await Drill.Begin(servers, Speeds[chance.Next(Speeds.Length)], tally, stop);
                await Stop(drill, servers, chance.Next(servers.Length), plan.StopFor, tally, stop);
                await drill.Judge(plan.Server, home);
            }
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    private static async Task Stop(
        Drill drill, GameServer[] servers, int which, TimeSpan stopFor, Tally tally, CancellationToken stop)
    {
        var (victim, living) = (servers[which], servers[1 - which]);
        var staying = drill.Players.Where(player => player.Server == living.Address).ToArray();
        await drill.GoesOn(drill.Players, stop);
        await Task.Delay(Before, stop);
        drill.Trouble(allNew: false);
        await victim.Freeze();
        try
        {
            await Task.Delay(stopFor, stop);
            if (staying.Max(player => player.Sight.TakenOverAfter) is { } after) tally.TakenOver(after);
            foreach (var player in staying) tally.Say($"{player.Name} saw the clock {Saw(player.Sight)}");
            drill.NoTrouble();
        }
        finally
        {
            await victim.Thaw();
        }

        await Task.Delay(Afterwards, stop);
        tally.Say(victim.Lives ? "the woken server lives on" : "the woken server has ended itself");
        if (!victim.Lives) drill.Move(victim, living);
        await drill.GoesOn(drill.Players, stop);
    }

    private static string Saw(Sight sight) =>
        sight.TakenOverAfter is { } time ? $"go on after {time.TotalSeconds:0.0} s"
        : sight.Stands ? "stand until now"
        : "run throughout";
}
