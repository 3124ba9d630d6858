using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>A circuit breaker around the calls of its web role to the application, or none.</summary>
internal sealed class SetBreaker : ServerSetting
{
    public override string Id => "set-breaker";

    public override int Place => 21;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters => BreakerRules.Parameters;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (!state.HasWeb)
        {
            ruling.Refuse(command, ServerRefusals.RoleMissing, "web");
            return state;
        }

        var breaker = BreakerRules.Set(state.Breaker, command, toDatabase: false, ruling);
        if (breaker != state.Breaker) ruling.Do(new SetAppBreaker(state.Id, breaker));
        return state with { Breaker = breaker };
    }

    private protected override bool Applies(ServerState state, IEstate estate) => state.HasWeb;

    private protected override Args? Present(ServerState state, Command command) =>
        state.HasWeb ? BreakerRules.Present(state.Breaker) : null;
}
