using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents.Actions;

/// <summary>Says what is wrong, and where; the end of the incident says whether that was so.</summary>
internal sealed class NameCause : IncidentAction
{
    public override string Id => "name-cause";

    public override int Place => 3;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Id("component", ParameterKind.Component), Parameter.Choice("failure", "", [.. Taxonomy.Ids])];

    internal override IncidentDesk Act(IncidentDesk state, IncidentInput input, Command command, Ruling ruling) =>
        IncidentRules.OnCurrent(state, command, ruling, current => Name(current, input, command, ruling));

    private protected override bool Applies(IncidentDesk state, IEstate estate) => state.Current is not null;

    private static Incident Name(Incident current, IncidentInput input, Command command, Ruling ruling)
    {
        var named = new NamedCause(
            Taxonomy.Of(command.Text("failure")), command.Text("component"), command.By, input.NowNs, Verdict.Open);
        var before = current.Causes.FirstOrDefault(other => other.Failure == named.Failure && other.Component == named.Component);
        if (before is not null)
        {
            ruling.Refuse(command, IncidentRefusals.CauseNamedAlready, command.Text("failure"), named.Component, before.By);
            return current;
        }

        if (current.Causes.Length == IncidentDesk.MostCauses)
        {
            ruling.Refuse(command, IncidentRefusals.CausesTooMany, Arguments.Show(IncidentDesk.MostCauses));
            return current;
        }

        ruling.Done(command, IncidentEvents.CauseNamed, command.Text("failure"), named.Component);
        return current with { Causes = current.Causes.Add(named) };
    }
}
