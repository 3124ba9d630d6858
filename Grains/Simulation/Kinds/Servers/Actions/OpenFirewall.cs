using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Traffic from one sender, or all three, passes again.</summary>
internal sealed class OpenFirewall : ServerAction
{
    public override string Id => "open-firewall";

    public override int Place => 19;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [ServerFirewall.WhichSender.Where<ServerState>((state, from) => from == "any" || ServerFirewall.Drops(state, from))];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var senders = ServerFirewall.SendersOf(command);
        if (!senders.Any(from => ServerFirewall.Drops(state, from)))
        {
            ruling.Refuse(command, ServerRefusals.FirewallOpenAlready);
            return state;
        }

        ruling.Done(command, ServerEvents.FirewallOpened);
        return ServerFirewall.Open(state, senders, ruling);
    }

    private protected override bool Applies(ServerState state, IEstate estate) => !state.Firewall.IsEmpty;

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        ServerFirewall.OnlyIn(before, after) is { } from ? By<CloseFirewall>(command.Target, ("from", from)) : null;
}
