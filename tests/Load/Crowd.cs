namespace OpsGame.Load;

/// <summary>The people of a run: hosts who create drills, and in every team players and observers.</summary>
internal sealed class Crowd(LoadPlan plan, Measurements measurements) : IAsyncDisposable
{
    private const int TeamsPerDrill = 25;

    private readonly List<PlayerClient> _hosts = [];

    public List<Team> Teams { get; } = [];

    public IEnumerable<PlayerClient> Players => Teams.SelectMany(team => team.Players);

    public IEnumerable<PlayerClient> Seated => Players.Concat(Teams.SelectMany(team => team.Observers));

    public async Task Gather(CancellationToken cancel)
    {
        foreach (var share in plan.Mix)
        {
            for (var first = 0; first < share.Estates; first += TeamsPerDrill)
                await Open(share.Scenario, Math.Min(TeamsPerDrill, share.Estates - first), cancel);
        }

        await Task.WhenAll(Seated.Select(client => client.Look(cancel)));
    }

    /// <summary>Every so often somebody leaves a team, and somebody else joins it.</summary>
    public async Task Churn(TimeSpan every, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(every);
        for (var turn = 0; await timer.WaitForNextTickAsync(cancel); turn++)
        {
            var team = Teams[turn % Teams.Count];
            var seat = turn / Teams.Count % team.Players.Count;
            await using var leaves = team.Players[seat];
            await leaves.Leave(cancel);
            var joins = await Join(team, $"{team.Id} later {turn}", observes: false, cancel);
            await joins.Look(cancel);
            team.Players[seat] = joins;
            measurements.SawChange();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _hosts.Concat(Seated)) await client.DisposeAsync();
    }

    private async Task Open(string scenario, int teams, CancellationToken cancel)
    {
        var host = new PlayerClient(plan.Url, $"Host {Teams.Count}", measurements);
        _hosts.Add(host);
        await host.Connect(cancel);
        string[] names = [.. Enumerable.Range(Teams.Count + 1, teams).Select(number => $"Team {number}")];
        var seat = await host.Create(scenario, names, seed: Teams.Count + 1);
        foreach (var each in seat.Room.Teams)
        {
            var team = new Team(seat.Code, each.Id, new EstateSight(), [], []);
            Teams.Add(team);
            for (var number = 1; number <= plan.ClientsPerEstate; number++)
                team.Players.Add(await Join(team, $"{each.Id} {number}", observes: false, cancel));
            for (var number = 1; number <= plan.Observers; number++)
                team.Observers.Add(await Join(team, $"{each.Id} watches {number}", observes: true, cancel));
        }

        await host.Call("Start", cancel);
    }

    private async Task<PlayerClient> Join(Team team, string name, bool observes, CancellationToken cancel)
    {
        var client = new PlayerClient(plan.Url, name, measurements);
        await client.Connect(cancel);
        await client.Join(team.Code, team.Id, team.Sight, observes, cancel);
        return client;
    }

    /// <param name="Sight">What its clients are sent, read once.</param>
    internal sealed record Team(
        string Code, string Id, EstateSight Sight, List<PlayerClient> Players, List<PlayerClient> Observers);
}
