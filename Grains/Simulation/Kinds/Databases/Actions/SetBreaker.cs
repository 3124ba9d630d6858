using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>The circuit breaker around the application's calls to it.</summary>
internal sealed class SetBreaker : DatabaseSetting
{
    public override string Id => "set-breaker";

    public override int Place => 11;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters => BreakerRules.Parameters;

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling) =>
        state with { Breaker = BreakerRules.Set(state.Breaker, command, toDatabase: true, ruling) };

    private protected override Args Present(DatabaseState state, Command command) =>
        BreakerRules.Present(state.Breaker);
}
