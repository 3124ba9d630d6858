using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>Every scenario of the library begins in health, punishes who only watches and rewards who acts with sense.</summary>
public class LibraryBalanceTests
{
    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    private static readonly ulong[] Seeds = [1, 2, 3];

    public static TheoryData<string> Ids => [.. Library.All.Select(scenario => scenario.Id)];

    private static Operator Nobody => new(null);

    /// <summary>Restarts what hangs, gives threads before the rush, delivers in the quiet hour.</summary>
    private static Operator ShopKeeper => new Operator(8)
        .At("1:50", Actions.RestartServer, "server-1")
        .At("2:15", Actions.ChangeThreads, "server-1", "role=app", "processes=2", "threads=12")
        .At("4:00", Actions.StartRollout, "rollout", "version=v2", "fraction=1", "drain=0", "bake=0");

    /// <summary>Mends the health check, restarts what hangs, delivers by halves in the valley.</summary>
    private static Operator ShiftLead => new Operator(8)
        .At(
            "0:40", Actions.SetHealthCheck, "balancer",
            "path=shallow", "interval=5", "timeout=2", "unhealthyAfter=2", "healthyAfter=2")
        .At("1:50", Actions.RestartServer, "web-3")
        .At("6:00", Actions.StartRollout, "rollout", "version=v2", "fraction=0.5", "drain=15", "bake=5")
        .At("9:00", Actions.RestartServer, "web-2");

    [Theory]
    [MemberData(nameof(Ids))]
    public void ADrillBeginsCalmAndHealthy(string id)
    {
        foreach (var seed in Seeds)
        {
            var minute = Play(id, Nobody, seed).Where(frame => frame.Tick % 4 == 0 && frame.NowNs is > 0 and <= 60_000_000_000);
            Assert.All(minute, frame =>
                Assert.True(frame.Service.Level >= 0.97, $"seed {seed}: level {frame.Service.Level} at {frame.NowNs}"));
            Assert.All(minute, frame => Assert.Empty(frame.Alerts));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void WhoOnlyWatchesScoresBadly(string id)
    {
        foreach (var seed in Seeds) Assert.InRange(Score(id, Nobody, seed), 0, 450);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void WhoActsWithSenseScoresWell(string id)
    {
        foreach (var seed in Seeds) Assert.InRange(Score(id, Sensible(id), seed), 750, 1000);
    }

    private static Operator Sensible(string id) => id switch
    {
        "one-server" => ShopKeeper,
        "balancer-health-checks" => ShiftLead,
        _ => throw new NotSupportedException($"say here how {id} is played with sense"),
    };

    private static int Score(string id, Operator player, ulong seed) => Play(id, player, seed)[^1].Score.Total;

    private static IReadOnlyList<EstateFrame> Play(string id, Operator player, ulong seed) => player.Play(Find(id), seed);

    private static Scenario Find(string id) => Library.Find(id) ?? throw new KeyNotFoundException(id);
}
