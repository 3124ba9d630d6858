using CsCheck;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Two teams with one seed meet the same users with the same demands, whatever each of them does.</summary>
public sealed class KeyedChanceTests
{
    private const double SecondsBetween = 2;

    /// <summary>A tick is 250 ms: with 150 ms to the balancer and back nobody comes and goes unseen between two.</summary>
    private static readonly NetworkSpec Far = new(Estates.Seconds(0.15), 0, 0);

    /// <summary>Surges change the users themselves, and are the instructor's, for all teams alike.</summary>
    private static readonly Gen<(string Action, string Target, (string, string)[] Args)[]> Actions =
        RandomPlayTests.AnyCommand.Where(command => command.Action != "traffic-surge").Array[1, 15];

    /// <summary>Whatever moves requests about without changing how fast anything works.</summary>
    private static readonly Gen<(string Action, string Target, (string, string)[] Args)[]> Moves =
        RandomPlayTests.AnyCommand.Where(command => command.Action is
            "start-server" or "stop-server" or "restart-server" or "server-crash" or
            "attach" or "detach" or "set-algorithm" or "set-health-check" or
            "resize-cache" or "flush-cache" or "set-max-connections" or "add-server")
        .Array[1, 15];

    [Fact]
    public void TheSameUsersComeAtTheSameTimeAndWantTheSame() =>
        Gen.Select(Gen.ULong, Actions, Actions).Sample((seed, ours, theirs) =>
        {
            var (mine, others) =
                (Watch(Estate(Estates.Contended()), seed, ours), Watch(Estate(Estates.Contended()), seed, theirs));
            Assert.True(mine.Users.Count > 500, $"{mine.Users.Count} users");
            AssertSame(mine.Users, others.Users);
        }, iter: 20);

    [Fact]
    public void TheyDemandTheSameWork()
    {
        var compared = 0;
        Gen.Select(Gen.ULong, Moves, Moves).Sample((seed, ours, theirs) =>
        {
            var (mine, others) = (Watch(Estate(Estates.Whole()), seed, ours), Watch(Estate(Estates.Whole()), seed, theirs));
            var both = mine.Demands.Keys.Intersect(others.Demands.Keys).ToArray();
            Assert.Equal([.. both.Select(key => mine.Demands[key])], both.Select(key => others.Demands[key]));
            Interlocked.Add(ref compared, both.Length);
        }, iter: 20);
        Assert.True(compared > 10_000, $"{compared} demands");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnotherServerChangesNoOtherRandomNumbers(ulong seed)
    {
        var estate = Estate(Estates.Whole());
        var without = Watch(estate, seed, []);
        (string, string, (string, string)[]) buy = ("add-server", "rack-a", [("size", "size"), ("attach", "true")]);
        var bought = Watch(estate, seed, [buy, buy]);
        var placed = Watch(
            estate with { Servers = estate.Servers.Insert(0, estate.Servers[0] with { Id = "web-9", Rack = "rack-b" }) }, seed,
            []);

        foreach (var with in new[] { bought, placed })
        {
            AssertSame(without.Users, with.Users);
            var both = without.Demands.Keys.Intersect(with.Demands.Keys).ToArray();
            Assert.True(both.Length > 2_000, $"{both.Length} demands");
            Assert.Equal([.. both.Select(key => without.Demands[key])], both.Select(key => with.Demands[key]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnotherClassChangesNoOtherClassesUsers(ulong seed)
    {
        var estate = Estate(Estates.Whole());
        var more = estate with { Classes = estate.Classes.Add(estate.Classes[0] with { Id = "search", RatePerSecond = 9 }) };
        var (without, with) = (Watch(estate, seed, []), Watch(more, seed, []));

        AssertSame(without.Users, with.Users.Where(user => user.Key.Class != "search").ToDictionary());
    }

    /// <summary>So few users that every one is traced, and cores enough that nobody shares one.</summary>
    private static Scenario Estate(Scenario scenario) => scenario with
    {
        Network = Far,
        Traffic = [],
        Sizes = [.. scenario.Sizes.Select(size => size with { Cores = 512 })],
        Classes = [scenario.Classes[0] with { RatePerSecond = 20 }, scenario.Classes[1] with { RatePerSecond = 10 }],
    };

    private static void AssertSame(
        Dictionary<(string Class, long Number), User> ours, Dictionary<(string Class, long Number), User> theirs) =>
        Assert.Equal(ours.OrderBy(user => user.Key), theirs.OrderBy(user => user.Key));

    private static Seen Watch(Scenario scenario, ulong seed, (string Action, string Target, (string, string)[] Args)[] actions)
    {
        var seen = new Seen([], []);
        var world = new World(scenario, seed, sampleTraces: true);
        for (var tick = 0; tick < 40 * Nanoseconds.TicksPerSecond; tick++)
        {
            var turn = (int)(tick / (SecondsBetween * Nanoseconds.TicksPerSecond));
            var now = tick % (SecondsBetween * Nanoseconds.TicksPerSecond) == 0 && turn < actions.Length
                ? Command(world, turn, actions[turn])
                : null;
            var frame = Headless.Step(world, now is null ? [] : [now]);
            foreach (var one in world.Pending())
                if (one.Attempt == 1) seen.Users[(one.Class, one.Number)] = new User(one.Born, one.Key, one.Write);
            foreach (var trace in frame.Traces) Demands(trace, seen.Demands);
        }

        return seen;
    }

    private static Command? Command(
        World world, int turn, (string Action, string Target, (string Name, string Value)[] Args) action)
    {
        var given = action.Args.ToDictionary(arg => arg.Name, arg => arg.Value);
        Assert.Null(ActionCatalogue.Check(action.Action, given, out var full));
        var command = new Command($"c{turn}", "ann", action.Action, action.Target, full);
        return world.Check(command) is null ? command : null;
    }

    /// <summary>Without hops a role's work ends when the next place is reached, or, in the last one, with the answer.</summary>
    private static void Demands(Trace trace, Dictionary<(string, long, int, Role), long> demands)
    {
        if (trace.Cause != Cause.None) return;
        for (var at = 0; at < trace.Hops.Length; at++)
        {
            var hop = trace.Hops[at];
            if (hop.Role is not { } role) continue;
            var ends = at + 1 < trace.Hops.Length ? trace.Hops[at + 1].InNs : hop.OutNs;
            demands[(trace.Class, trace.Number, trace.Attempt, role)] = ends - hop.WorkNs;
        }
    }

    private sealed record Seen(
        Dictionary<(string Class, long Number), User> Users,
        Dictionary<(string Class, long Number, int Attempt, Role Role), long> Demands);

    private sealed record User(long BornNs, int Key, bool Writes);
}
