using System.Diagnostics;

namespace OpsGame.Load.Chaos;

/// <summary>A drill of two teams with somebody of each team at every server, who play without pause until it is judged.</summary>
internal sealed class Drill : IAsyncDisposable
{
    private const string Scenario = "balancer-health-checks";

    /// <summary>Commands under way of each player.</summary>
    private const int Hands = 2;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(150);

    /// <summary>A drill that does not go on after this long does not go on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string[] Teams = ["Red", "Blue"];

    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenSource _played = new();
    private readonly List<Task> _work = [];
    private readonly Player _instructor;
    private readonly Tally _tally;
    private readonly double _speed;

    private Drill(Player instructor, double speed, Tally tally) => (_instructor, _speed, _tally) = (instructor, speed, tally);

    public List<Player> Players { get; } = [];

    public bool Ended => Players.Any(player => player.Sight.Ended);

    public static async Task<Drill> Begin(IReadOnlyList<GameServer> servers, double speed, Tally tally, CancellationToken stop)
    {
        var drill = new Drill(new Player("Grace", tally) { Server = servers[0].Address }, speed, tally);
        try
        {
            await drill.Gather(servers, stop);
            return drill;
        }
        catch
        {
            await drill.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everybody who belongs to this server goes to the other one for good.</summary>
    public void Move(GameServer from, GameServer to)
    {
        foreach (var player in Players.Append(_instructor).Where(each => each.Server == from.Address)) player.Server = to.Address;
    }

    /// <summary>Players to each server by turns, as at the beginning.</summary>
    public void Spread(IReadOnlyList<GameServer> servers)
    {
        for (var at = 0; at < Players.Count; at++) Players[at].Server = servers[at % servers.Count].Address;
    }

    /// <summary>
    /// A server is lost now. AllNew: and with it all that was shown, so the next frame anybody sees is one of its next life.
    /// </summary>
    public void Trouble(bool allNew)
    {
        foreach (var player in Players.Append(_instructor))
        {
            player.AllNew = allNew;
            player.Sight.Expect();
        }
    }

    /// <summary>The trouble is over.</summary>
    public void NoTrouble()
    {
        foreach (var player in Players.Append(_instructor))
        {
            player.AllNew = false;
            player.Sight.ExpectNone();
        }
    }

    /// <summary>Waits until these players see the clock go on; false, and told: it does not.</summary>
    public async Task<bool> GoesOn(IEnumerable<Player> players, CancellationToken stop)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var (player, before) in players.Select(player => (player, player.Sight.Highest)).ToArray())
        {
            while (!Ended && player.Sight.Highest < before + 4 && Stopwatch.GetElapsedTime(since) < Patience)
                await Task.Delay(50, stop);
            if (Ended || player.Sight.Highest >= before + 4) continue;
            _tally.Stuck($"{player.Name} sees the clock stand at tick {player.Sight.Highest}");
            return false;
        }

        return true;
    }

    public Task Prove(int newest) => Task.WhenAll(Players.Select(player => player.Prove(newest)));

    /// <summary>
    /// Every acknowledged command once more, then the end, then both logs are played again by the server's own program.
    /// </summary>
    public async Task Judge(string program, Home home)
    {
        await StopPlaying();
        await Prove(int.MaxValue);
        if (await _instructor.Order("Finish") is { } refusal and not "drill-finished")
            _tally.Stuck($"the drill could not be finished: {refusal}");
        for (var team = 1; team <= Teams.Length; team++)
        {
            var (verdict, exit) = await Verify($"{_instructor.Seat!.Drill}/t{team}", program, home);
            if (exit != 0) _tally.Diverged(verdict);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _played.CancelAsync();
        await _over.CancelAsync();
        await Task.WhenAll(_work);
        foreach (var player in Players.Append(_instructor)) await player.DisposeAsync();
        _played.Dispose();
        _over.Dispose();
    }

    private async Task Gather(IReadOnlyList<GameServer> servers, CancellationToken stop)
    {
        await _instructor.Sit(
            "Create", new CreateDrill(Scenario, _instructor.Name, Teams, Random.Shared.NextInt64(1L << 53)), stop);
        _work.Add(_instructor.Attend(_over.Token));
        for (var team = 1; team <= Teams.Length; team++)
        {
            foreach (var server in servers)
            {
                var player = new Player($"{Teams[team - 1]}-{Players.Count + 1}", _tally) { Server = server.Address };
                Players.Add(player);
                await player.Sit("Join", new JoinDrill(_instructor.Seat!.Code, player.Name, $"t{team}", "player"), stop);
            }
        }

        foreach (var (method, args) in ((string, object[])[])[("Speed", [_speed]), ("Start", [])])
            if (await _instructor.Order(method, args) is { } refusal) throw new InvalidOperationException($"{method}: {refusal}");
        foreach (var player in Players)
        {
            _work.Add(player.Attend(_over.Token));
            for (var hand = 0; hand < Hands; hand++) _work.Add(player.Play(Every, _played.Token));
        }
    }

    private async Task StopPlaying()
    {
        await _played.CancelAsync();
        await Task.Delay(Every);
    }

    private static async Task<(string Said, int Exit)> Verify(string entry, string program, Home home)
    {
        string[] from = home.Postgres is null ? ["--storage", home.Database] : [];
        var start = new ProcessStartInfo("dotnet", [program, "verify", entry, .. from])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (home.Postgres is { } connection) start.Environment["Storage__Postgres"] = connection;
        using var verify = Process.Start(start)!;
        var error = verify.StandardError.ReadToEndAsync();
        var said = await verify.StandardOutput.ReadToEndAsync();
        await verify.WaitForExitAsync();
        return ($"{entry}: {said.Trim()} {(await error).Trim()}", verify.ExitCode);
    }
}
