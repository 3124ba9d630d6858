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
        foreach (var command in input.Commands)
        {
            switch (command.Action)
            {
                case Actions.FlushCache:
                    ruling.Do(new FlushCache(state.Id));
                    ruling.Carry(command, "cache-flushed");
                    break;
                case Actions.ResizeCache:
                    state = state with { Capacity = command.Number("capacity") };
                    ruling.Do(new SetCache(state.Id, state.Capacity, state.TtlNs));
                    ruling.Carry(command, "cache-resized", command.Text("capacity"));
                    break;
                case Actions.SetTtl:
                    state = state with { TtlNs = command.Duration("seconds") };
                    ruling.Do(new SetCache(state.Id, state.Capacity, state.TtlNs));
                    ruling.Carry(command, "cache-ttl-set", command.Text("seconds"));
                    break;
            }
        }

        return ruling.With(state);
    }
}
