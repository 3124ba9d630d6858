using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Incidents.Actions;

/// <summary>Opens an incident; one at a time.</summary>
internal sealed class DeclareIncident : IncidentAction
{
    public override string Id => "declare-incident";

    public override int Place => 1;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Choice("severity", "sev2", "sev1", "sev2", "sev3"), Parameter.Text("what", IncidentDesk.WhatLength)];

    internal override IncidentDesk Act(IncidentDesk state, IncidentInput input, Command command, Ruling ruling)
    {
        if (state.Current is { } current)
        {
            ruling.Refuse(command, IncidentRefusals.Open, Show(current.Number), current.What);
            return state;
        }

        if (state.Incidents.Length == IncidentDesk.MostIncidents)
        {
            ruling.Refuse(command, IncidentRefusals.TooMany, Show(IncidentDesk.MostIncidents));
            return state;
        }

        var severity = IncidentRules.Choice<Severity>(command.Text("severity"));
        var incident = new Incident(
            state.Incidents.Length + 1, severity, command.Text("what"), command.By, input.NowNs, 0, "", [], []);
        ruling.Done(command, IncidentEvents.Declared, Show(incident.Number), command.Text("severity"), incident.What);
        return state with { Incidents = state.Incidents.Add(incident) };
    }

    private protected override bool Applies(IncidentDesk state, IEstate estate) => state.Current is null;
}
