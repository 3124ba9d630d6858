using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Traffic from one sender, or all three, is dropped until the firewall is opened.</summary>
internal sealed class CloseFirewall : ServerAction
{
    public override string Id => "close-firewall";

    public override int Place => 20;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [ServerFirewall.WhichSender.Where<ServerState>((state, from) => !ServerFirewall.Drops(state, from))];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var senders = ServerFirewall.SendersOf(command);
        if (senders.All(from => ServerFirewall.Drops(state, from)))
        {
            ruling.Refuse(command, ServerRefusals.FirewallClosedAlready);
            return state;
        }

        ruling.Done(command, ServerEvents.FirewallClosed);
        return ServerFirewall.Close(state, senders, endsNs: 0, ruling);
    }

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        ServerFirewall.OnlyIn(after, before) is { } from ? By<OpenFirewall>(command.Target, ("from", from)) : null;
}
