using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Faults;

/// <summary>All work begun on it takes so many times as long.</summary>
internal sealed class ServerSlow : ServerFault
{
    public override string Id => "server-slow";

    public override int Place => 3;

    private protected override ImmutableArray<ParameterSpec> More { get; } = [Parameter.Number("amount", 1.1, 100, "4")];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        ruling.Do(new SetSlow(state.Id, command.Real("amount")));
        return state with { SlowFactor = command.Real("amount"), SlowEndsNs = input.NowNs + command.Duration("seconds") };
    }

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) => [new(FailureKind.HungBackend, fault.Target)];
}
