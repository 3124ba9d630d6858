using System.Globalization;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>A cache's rule: its policy is what people make it.</summary>
public static class CacheRules
{
    private static readonly ActionSet<CacheState, CacheInput> Actions = new();

    public static Outcome<CacheState> Tick(CacheState state, CacheInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        if (state.Warming > 0 && input.Telemetry.WarmUp is { Left: 0 } done)
        {
            state = state with { Warming = 0 };
            ruling.Say(CacheEvents.Warmed, Show(done.Loaded), Show(done.Failed));
        }

        if (state.ReadyNs > 0 && input.NowNs >= state.ReadyNs)
        {
            state = state with { ReadyNs = 0 };
            ruling.Do(new ServeCache(state.Id));
            ruling.Say(CacheEvents.Ready);
        }

        foreach (var command in input.Commands)
        {
            var before = state;
            state = Take(state, input, command, ruling);
            if (state with { Warming = before.Warming, Leaving = before.Leaving } != before)
                ruling.Do(new SetCache(
                    state.Id, state.Capacity, state.TtlNs, state.Jitter, state.SingleFlight, state.InvalidateOnWrite,
                    state.Cached, state.RevalidateNs));
        }

        return ruling.With(state);
    }

    /// <summary>In front of everything, where users' connections end.</summary>
    internal static bool IsEdge(string cache, ISpecs specs) => specs.Spec<EdgeSpec>()?.Cache.Id == cache;

    private static CacheState Take(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        if (!state.Leaving) return Actions.Take(state, input, command, ruling);
        // given up in this very tick: in the next one the estate itself says so
        ruling.Refuse(command, CommandRefusals.TargetUnknown);
        return state;
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
