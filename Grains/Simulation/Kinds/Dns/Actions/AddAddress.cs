using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns.Actions;

/// <summary>The record has another address.</summary>
internal sealed class AddAddress : DnsAction
{
    public override string Id => "add-address";

    public override int Place => 1;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Id("address", DnsParameters.Address).Where<DnsState>((state, address) => !state.Targets.Contains(address))];

    internal override DnsState Act(DnsState state, DnsInput input, Command command, Ruling ruling)
    {
        var id = command.Text("address");
        var refusal = !input.Addresses.Contains(id) ? DnsRefusals.AddressTakesNoUsers
            : state.Targets.Contains(id) ? DnsRefusals.AddressListed
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, id);
            return state;
        }

        ruling.Done(command, DnsEvents.AddressAdded, id);
        return state with { Targets = state.Targets.Add(id), Former = state.Former.Remove(id) };
    }

    private protected override Undo? Undo(Command command, DnsState before, DnsState after) =>
        Opposite<RemoveAddress>(command);
}
