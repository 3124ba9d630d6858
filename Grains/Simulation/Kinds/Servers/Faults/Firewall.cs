using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Faults;

/// <summary>Somebody's firewall rule drops what a sender sends, or all three; it goes by itself.</summary>
internal sealed class Firewall : ServerFault
{
    public override string Id => "firewall";

    public override int Place => 5;

    private protected override ImmutableArray<ParameterSpec> More { get; } = [ServerFirewall.WhichSender];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling) =>
        ServerFirewall.Close(state, ServerFirewall.SendersOf(command), input.NowNs + command.Duration("seconds"), ruling);

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        [new(FailureKind.FirewallClosed, fault.Target)];
}
