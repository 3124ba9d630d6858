using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Faults;

/// <summary>Debug logging is on: every request logs so many times as much.</summary>
internal sealed class LogFlood : ServerFault
{
    public override string Id => "log-flood";

    public override int Place => 6;

    private protected override ImmutableArray<ParameterSpec> More { get; } = [Parameter.Number("amount", 1.1, 10_000, "100")];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        ruling.Do(new SetLogging(state.Id, command.Real("amount")));
        return state with { LogFactor = command.Real("amount"), LogFloodEndsNs = input.NowNs + command.Duration("seconds") };
    }

    private protected override bool Applies(ServerState state, IEstate estate) => ServerDisk.MayFill(state);

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) => [new(FailureKind.DiskFull, fault.Target)];
}
