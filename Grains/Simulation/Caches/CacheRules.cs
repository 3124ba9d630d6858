using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Caches;

/// <summary>A cache's rule: its policy is what people make it.</summary>
public static class CacheRules
{
    public static Outcome<CacheState> Tick(CacheState state, CacheInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        var before = state;
        foreach (var command in input.Commands) state = ruling.Take(state, command, now => Carry(now, command, ruling));
        if (state != before)
            ruling.Do(new SetCache(state.Id, state.Capacity, state.TtlNs, state.Jitter, state.SingleFlight, state.InvalidateOnWrite));
        return ruling.With(state);
    }

    private static CacheState Carry(CacheState state, Command command, Ruling ruling)
    {
        switch (command.Action)
        {
            case Actions.FlushCache:
                ruling.Do(new FlushCache(state.Id));
                ruling.Carry(command, "cache-flushed");
                return state;
            case Actions.ResizeCache:
                ruling.Carry(command, "cache-resized", command.Text("capacity"));
                return state with { Capacity = command.Number("capacity") };
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
