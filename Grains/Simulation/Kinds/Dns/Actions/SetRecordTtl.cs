using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Dns.Actions;

/// <summary>How long resolvers may remember the record.</summary>
internal sealed class SetRecordTtl : DnsSetting
{
    public override string Id => "set-record-ttl";

    public override int Place => 3;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Duration("seconds", 0, 86_400, "60")];

    internal override DnsState Act(DnsState state, DnsInput input, Command command, Ruling ruling)
    {
        ruling.Done(command, DnsEvents.RecordTtlSet, command.Text("seconds"));
        return state with { TtlNs = command.Duration("seconds") };
    }

    private protected override Args Present(DnsState state, Command command) =>
        Of(("seconds", Seconds(state.TtlNs)));
}
