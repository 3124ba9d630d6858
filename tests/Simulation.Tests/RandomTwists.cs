using System.Collections.Immutable;
using CsCheck;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests;

/// <summary>
/// What a scenario file may say of how things are done, beside how much there is of them: each of it said or left out, as a bit
/// of the dice falls. And what may be done to a queue, which other tests of random play leave alone.
/// </summary>
internal static class RandomTwists
{
    private static readonly long[] ConnectTimeouts =
        [Nanoseconds.PerMillisecond, Estates.Seconds(0.2), Estates.Seconds(3), Estates.Seconds(60)];

    private static readonly LongLivedSpec Stays = new(Estates.Fixed(2_000), Estates.Seconds(0.5), Estates.Seconds(1));

    private static readonly BreakerSpec Nervous = new(0.3, 20, 10, Estates.Seconds(1), 3);

    public static readonly Gen<(string Action, string Target, (string, string)[] Args)> OnQueue = Gen.OneOf(
        RandomPlayTests.OneOf("pause-queue", "resume-queue", "resume-queue", "purge-queue").Select(action => Of(action)),
        RandomPlayTests.OneOf("most-tried", "oldest").Select(which => Of("bury-message", ("which", which))),
        Gen.Int[0, 50].Select(rate => Of("redrive-queue", ("rate", $"{rate}"))),
        RandomPlayTests.OneOf("0.1", "1", "20").Select(seconds => Of("set-visibility", ("visibility", seconds))),
        Gen.Int[1, 20].Select(batch => Of("set-batch", ("batch", $"{batch}"))),
        Gen.Int[1, 300].Select(amount => Of("producer-burst", ("amount", $"{amount}"))),
        Gen.Int[1, 5].Select(amount => Of("poison-message", ("seconds", "5"), ("amount", $"{amount}"))),
        Gen.Const(Of("queue-disk-full", ("seconds", "5"))));

    public static Gen<Scenario> Of(Gen<Scenario> systems) => Gen.Select(systems, Gen.ULong, Twisted);

    private static Scenario Twisted(Scenario system, ulong dice)
    {
        var said = new Dice(dice);
        return system with
        {
            Operations = said.Or(system.Operations, operations => operations with { ShutdownNs = Estates.Seconds(1) }),
            Classes = Talking([.. system.Classes.Select(users => Class(users, said))]),
            Racks = [.. system.Racks.Select(rack => said.Or(rack, Fifo))],
            Servers =
            [
                .. system.Servers.Select(server => server with { Roles = [.. server.Roles.Select(role => Carried(role, said))] }),
            ],
            Balancer = system.Balancer is { } balancer ? Balancer(balancer, said) : null,
            Database = system.Database is { } database
                ? said.Or(database, one => one with { Breaker = Nervous }) with { ConnectTimeoutNs = said.OneOf(ConnectTimeouts) }
                : null,
            AppBreaker = said.Next ? Nervous : system.AppBreaker,
            More = [.. system.More.Select(part => part is QueueSpec queue ? Queue(queue, said) : part)],
        };
    }

    private static ClassSpec Class(ClassSpec users, Dice said)
    {
        // nobody waits where he has no work
        users = said.Or(users, one => one with { WebWait = one.Web is null ? null : Estates.Exp(5) });
        users = said.Or(users, one => one with { AppWait = one.App is null ? null : Estates.Exp(20) });
        users = said.Or(users, one => one with { DbWait = one.Db is null ? null : Estates.Fixed(3) });
        users = said.Or(users, one => one with { LongLived = one.IsJob ? null : Stays });
        users = said.Or(users, one => one with { LockOrder = LockOrder.Sorted });
        return said.Or(users, one => one with { RequestBytes = 200_000, ResponseBytes = 1_000_000 });
    }

    /// <summary>Who stays says something every other second.</summary>
    private static ImmutableArray<ClassSpec> Talking(ImmutableArray<ClassSpec> classes)
    {
        if (classes.FirstOrDefault(users => users.LongLived is not null) is not { } stays) return classes;
        return classes.Add(stays with
        {
            Id = "says", RatePerSecond = 0.5, LongLived = null, Over = stays.Id, Clients = 0, EdgeCacheable = false,
            Retry = new RetrySpec(1, 0, 0), DnsCachedForever = 0, OldTrustStore = 0, Publishes = "",
        });
    }

    private static RackSpec Fifo(RackSpec rack) => rack with
    {
        UplinkDiscipline = UplinkDiscipline.Fifo,
        UplinkBitsPerSecond = rack.UplinkBitsPerSecond == 0 ? 300e6 : rack.UplinkBitsPerSecond,
    };

    private static RoleSpec Carried(RoleSpec role, Dice said)
    {
        role = said.Or(role, one => one with { Sigma = 0.05, Kappa = 0.001 });
        if (role.Role == Role.Db) return role;
        role = said.Or(role, one => one with { Connections = one.Role == Role.Worker ? 0 : 6 });
        role = said.Or(role, one => one with { Discipline = Discipline.RunToCompletion });
        return role.Role == Role.Worker ? role : said.Or(role, one => one with { OnAbort = OnAbort.Stop });
    }

    private static BalancerSpec Balancer(BalancerSpec balancer, Dice said)
    {
        balancer = said.Or(balancer, one => one with { OnClientAbort = OnClientAbort.Keep });
        balancer = said.Or(balancer, one => one with { Check = one.Check with { Path = CheckPath.Deep } });
        balancer = said.Or(balancer, one => one with { ConnectTimeoutNs = Nanoseconds.PerMillisecond });
        balancer = said.Or(balancer, one => one with { RateLimit = 60 });
        return said.Or(balancer, one => one with
        {
            Limits = new BalancerLimits(Estates.Seconds(3), 4, 5, Estates.Seconds(0.5), 40),
        });
    }

    private static QueueSpec Queue(QueueSpec queue, Dice said)
    {
        queue = said.Or(queue, one => one with { ByKey = !one.ByKey, BlockNs = 0 });
        queue = said.Or(queue, one => one with { Batch = 5, Receive = Estates.Fixed(5) });
        return said.Or(queue, one => one with { VisibilityNs = Estates.Seconds(0.3), Tries = 2, Limit = 40 });
    }

    private static (string Action, string Target, (string, string)[] Args) Of(string action, params (string, string)[] args) =>
        (action, "queue", args);

    /// <summary>Bits, one after another, from the lowest; past the last they begin again.</summary>
    private sealed class Dice(ulong bits)
    {
        private int _at;

        public bool Next => ((bits >> (_at++ % 64)) & 1) == 1;

        public T Or<T>(T plain, Func<T, T> twist) => Next ? twist(plain) : plain;

        /// <summary>Of four.</summary>
        public T OneOf<T>(T[] four) => four[(Next ? 1 : 0) + (Next ? 2 : 0)];
    }
}
