using System.Globalization;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>A rack's rule: power and uplink come and go, and a free unit takes a new server.</summary>
public static class RackRules
{
    public static Outcome<RackState> Tick(RackState state, RackInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        var before = state;
        state = state with
        {
            PowerReturnsNs = Rest(state.PowerReturnsNs, input.NowNs),
            FeedAReturnsNs = Rest(state.FeedAReturnsNs, input.NowNs),
            FeedBReturnsNs = Rest(state.FeedBReturnsNs, input.NowNs),
            UplinkReturnsNs = Rest(state.UplinkReturnsNs, input.NowNs),
        };
        foreach (var command in input.Commands)
        {
            state = ruling.Take(state, command, now => command.Action switch
            {
                Actions.AddServer => AddServer(now, input, command, ruling),
                Actions.AddCache => AddCache(now, input, command, ruling),
                Actions.AddReplica => AddReplica(now, input, command, ruling),
                Actions.MoveServer => TakeUnit(now, command, ruling),
                Actions.FreeUnit => now with { Units = now.Units.Replace(command.Text("server"), "") },
                Actions.RackPower => now with { PowerReturnsNs = input.NowNs + command.Duration("seconds") },
                Actions.RackUplink => now with { UplinkReturnsNs = input.NowNs + command.Duration("seconds") },
                Actions.FeedPower when command.Text("feed") == "a" => now with { FeedAReturnsNs = input.NowNs + command.Duration("seconds") },
                Actions.FeedPower => now with { FeedBReturnsNs = input.NowNs + command.Duration("seconds") },
                _ => now,
            });
        }

        return ruling.With(Tell(before, state with { Powered = HasPower(state) }, ruling));
    }

    private static long Rest(long returnsNs, long nowNs) => nowNs >= returnsNs ? 0 : returnsNs;

    /// <summary>One living feed is enough.</summary>
    private static bool HasPower(RackState state) =>
        state.PowerReturnsNs == 0
        && ((state.Feeds.HasFlag(PowerFeeds.A) && state.FeedAReturnsNs == 0) || (state.Feeds.HasFlag(PowerFeeds.B) && state.FeedBReturnsNs == 0));

    private static RackState Tell(RackState before, RackState now, Ruling ruling)
    {
        if (before.Powered != now.Powered) ruling.Say(now.Powered ? "rack-power-back" : "rack-power-lost");
        if (before.Uplinked == now.Uplinked) return now;
        ruling.Do(new SetUplink(now.Id, !now.Uplinked));
        ruling.Say(now.Uplinked ? "rack-uplink-back" : "rack-uplink-lost");
        return now;
    }

    private static RackState AddReplica(RackState state, RackInput input, Command command, Ruling ruling)
    {
        var unit = state.Units.IndexOf("");
        var size = input.Context.Sizes.First(size => size.Id == command.Text("size"));
        var (replica, memory) = (input.Context.Replica, input.Context.Replica?.Roles.Sum(role => role.MemoryMiB) ?? 0);
        var refusal = replica is null ? "replicas-full"
            : memory > size.MemoryMiB ? "memory-short"
            : !state.Powered ? "rack-dark"
            : unit < 0 ? "rack-full"
            : input.Context.Full ? "estate-full"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, Show(refusal == "memory-short" ? memory : Limits.Replicas), Show(size.MemoryMiB));
            return state;
        }

        ruling.Do(new PlaceServer(replica! with { Rack = state.Id, Slot = unit, Size = size, Lifecycle = Lifecycle.Booting, LifecycleEndsNs = 0 }));
        ruling.Carry(command, "replica-bought", replica.Id, size.Id, command.Target);
        ruling.Order(Orders.JoinReplica(command.By, command.Target, replica.Id));
        return state with { Units = state.Units.SetItem(unit, replica.Id) };
    }

    /// <summary>It takes no unit: a scenario's own takes none either.</summary>
    private static RackState AddCache(RackState state, RackInput input, Command command, Ruling ruling)
    {
        var offer = input.Context.Cache;
        var refusal = input.Context.HasCache ? "cache-exists"
            : offer is null ? "nothing-cacheable"
            : !state.Powered ? "rack-dark"
            : input.Context.Full ? "estate-full"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal);
            return state;
        }

        ruling.Do(new PlaceCache(
            offer!.Cache with { Capacity = command.Number("capacity"), TtlNs = command.Duration("ttl"), ReadyNs = input.NowNs + offer.ReadyNs },
            state.Id));
        ruling.Carry(command, "cache-bought", offer.Cache.Id, command.Text("capacity"), Show(offer.ReadyNs / Nanoseconds.PerSecond));
        return state;
    }

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>For a server that wants to move here; when it does not come after all it frees the unit.</summary>
    private static RackState TakeUnit(RackState state, Command command, Ruling ruling)
    {
        var (server, unit) = (command.Target, state.Units.IndexOf(""));
        var refusal = state.Units.Contains(server) ? "server-there"
            : !state.Powered ? "rack-dark"
            : unit < 0 ? "rack-full"
            : null;
        if (refusal is null) return state with { Units = state.Units.SetItem(unit, server) };
        ruling.Refuse(command, refusal, server);
        return state;
    }

    private static RackState AddServer(RackState state, RackInput input, Command command, Ruling ruling)
    {
        var unit = state.Units.IndexOf("");
        var size = input.Context.Sizes.FirstOrDefault(size => size.Id == command.Text("size"));
        var tier = Orders.TierOf(command);
        var offer = input.Context.Offers.FirstOrDefault(offer => offer.Tier == tier);
        var refusal = size is null ? "size-unknown"
            : offer is null ? "no-template"
            : !state.Powered ? "rack-dark"
            : unit < 0 ? "rack-full"
            : input.Context.Full ? "estate-full"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, command.Text("size"));
            return state;
        }

        var server = offer!.Server with
        {
            Rack = state.Id,
            Slot = unit,
            Size = size!,
            Lifecycle = Lifecycle.Booting,
            // it boots from its own first tick on
            LifecycleEndsNs = 0,
        };
        if (command.TextOr("version", server.Version) is var version && version != server.Version) server = server.Carrying(version);
        ruling.Do(new PlaceServer(server));
        ruling.Carry(command, "server-bought", server.Id, size!.Id);
        if (command.Flag("attach") && offer.Balancer.Length > 0) ruling.Order(Orders.Attach(command.By, offer.Balancer, server.Id));
        return state with { Units = state.Units.SetItem(unit, server.Id) };
    }
}
