using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>One miss of a key goes on, the others wait for its answer.</summary>
internal sealed class SetSingleFlight : CacheSetting
{
    public override string Id => "set-single-flight";

    public override int Place => 5;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Flag("on", "true")];

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        state = state with { SingleFlight = command.Flag("on") };
        ruling.Done(command, state.SingleFlight ? CacheEvents.SingleFlightOn : CacheEvents.SingleFlightOff);
        return state;
    }

    private protected override Args Present(CacheState state, Command command) =>
        Of(("on", Show(state.SingleFlight)));
}
