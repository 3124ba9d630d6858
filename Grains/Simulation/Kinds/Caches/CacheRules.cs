using System.Globalization;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>A cache's rule: its policy is what people make it.</summary>
public static class CacheRules
{
    public static Outcome<CacheState> Tick(CacheState state, CacheInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        if (state.Warming > 0 && input.Telemetry.WarmUp is { Left: 0 } done)
        {
            state = state with { Warming = 0 };
            ruling.Say("cache-warmed", Show(done.Loaded), Show(done.Failed));
        }

        if (state.ReadyNs > 0 && input.NowNs >= state.ReadyNs)
        {
            state = state with { ReadyNs = 0 };
            ruling.Do(new ServeCache(state.Id));
            ruling.Say("cache-ready");
        }

        foreach (var command in input.Commands)
        {
            var before = state;
            state = ruling.Take(state, command, now => Carry(now, input, command, ruling));
            if (state with { Warming = before.Warming, Leaving = before.Leaving } != before)
                ruling.Do(new SetCache(
                    state.Id, state.Capacity, state.TtlNs, state.Jitter, state.SingleFlight, state.InvalidateOnWrite, state.Cached));
        }

        return ruling.With(state);
    }

    private static CacheState SetCached(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        var (users, on) = (command.Text("class"), command.Flag("on"));
        var refusal = on == state.Cached.Contains(users) ? (on ? "class-cached" : "class-not-cached")
            : on && !input.Cacheable.Contains(users) ? "class-not-cacheable"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, users, string.Join(", ", input.Cacheable.Where(other => state.Cached.Contains(other) != on)));
            return state;
        }

        ruling.Carry(command, on ? "cache-class-on" : "cache-class-off", users);
        return state with { Cached = on ? state.Cached.Add(users) : state.Cached.Remove(users) };
    }

    private static CacheState Warm(CacheState state, Command command, Ruling ruling)
    {
        var refusal = state.ReadyNs > 0 ? "cache-starting"
            : state.Warming > 0 ? "cache-warming"
            : state.Cached.IsEmpty ? "cache-caches-nothing"
            : state.Capacity == 0 ? "cache-no-room"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal);
            return state;
        }

        ruling.Do(new WarmCache(state.Id, command.Number("keys"), command.Number("rate")));
        ruling.Carry(command, "cache-warms", command.Text("keys"), command.Text("rate"));
        return state with { Warming = command.Number("keys") };
    }

    private static CacheState StopWarming(CacheState state, Command command, Ruling ruling)
    {
        if (state.Warming == 0)
        {
            ruling.Refuse(command, "cache-not-warming");
            return state;
        }

        // what is on its way arrives; then it says how much there was
        ruling.Do(new StopWarming(state.Id));
        ruling.Carry(command, "cache-warming-stopped");
        return state;
    }

    /// <summary>Where users' connections end they cannot do without.</summary>
    private static CacheState Remove(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        if (input.IsEdge)
        {
            ruling.Refuse(command, "edge-stays");
            return state;
        }

        ruling.Do(new RemoveCache(state.Id));
        ruling.Carry(command, "cache-removed");
        return state with { Leaving = true };
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static CacheState Carry(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        if (state.Leaving)
        {
            // given up in this very tick: in the next one the estate itself says so
            ruling.Refuse(command, "target-unknown");
            return state;
        }

        switch (command.Action)
        {
            case Actions.RemoveCache:
                return Remove(state, input, command, ruling);
            case Actions.FlushCache:
                ruling.Do(new FlushCache(state.Id));
                ruling.Carry(command, "cache-flushed");
                return state;
            case Actions.ResizeCache:
                ruling.Carry(command, "cache-resized", command.Text("capacity"));
                return state with { Capacity = command.Number("capacity") };
            case Actions.SetCached:
                return SetCached(state, input, command, ruling);
            case Actions.WarmCache:
                return Warm(state, command, ruling);
            case Actions.StopWarming:
                return StopWarming(state, command, ruling);
            case Actions.SetTtl:
                ruling.Carry(command, "cache-ttl-set", command.Text("seconds"));
                return state with { TtlNs = command.Duration("seconds") };
            case Actions.SetJitter:
                ruling.Carry(command, "cache-jitter-set", command.Text("jitter"));
                return state with { Jitter = command.Real("jitter") };
            case Actions.SetSingleFlight:
                state = state with { SingleFlight = command.Flag("on") };
                ruling.Carry(command, state.SingleFlight ? "cache-single-flight-on" : "cache-single-flight-off");
                return state;
            case Actions.SetInvalidation:
                state = state with { InvalidateOnWrite = command.Flag("on") };
                ruling.Carry(command, state.InvalidateOnWrite ? "cache-invalidation-on" : "cache-invalidation-off");
                return state;
            default:
                return state;
        }
    }
}
