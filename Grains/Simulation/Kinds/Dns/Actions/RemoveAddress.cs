using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns.Actions;

/// <summary>The record loses an address; resolvers remember it for its TTL.</summary>
internal sealed class RemoveAddress : DnsAction
{
    public override string Id => "remove-address";

    public override int Place => 2;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("address", DnsParameters.Address).Where<DnsState>((state, address) => state.Targets.Contains(address)) with
        {
            // whoever has just added one means another
            Likely = state => ((DnsState)state).Targets[0],
        },
    ];

    internal override DnsState Act(DnsState state, DnsInput input, Command command, Ruling ruling)
    {
        var id = command.Text("address");
        var refusal = !state.Targets.Contains(id) ? DnsRefusals.AddressNotListed
            : state.Targets.Length == 1 ? DnsRefusals.AddressLast
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, id);
            return state;
        }

        ruling.Done(command, DnsEvents.AddressRemoved, id);
        return state with { Targets = state.Targets.Remove(id), Former = state.Former.Add(id) };
    }

    private protected override Undo? Undo(Command command, DnsState before, DnsState after) =>
        Opposite<AddAddress>(command);
}
