using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Incidents.Actions;

/// <summary>It is over; what was named as its causes is judged.</summary>
internal sealed class CloseIncident : IncidentAction
{
    public override string Id => "close-incident";

    public override int Place => 5;

    internal override IncidentDesk Act(IncidentDesk state, IncidentInput input, Command command, Ruling ruling) =>
        IncidentRules.OnCurrent(state, command, ruling, current => Close(current, input, command, ruling));

    private protected override bool Applies(IncidentDesk state, IEstate estate) => state.Current is not null;

    private static Incident Close(Incident current, IncidentInput input, Command command, Ruling ruling)
    {
        if (IncidentRules.Hurting(input) is { } alert)
        {
            ruling.Refuse(command, IncidentRefusals.StillHurting, alert.Component, alert.Id);
            return current;
        }

        var seconds = (input.NowNs - current.DeclaredNs) / Nanoseconds.PerSecond;
        ruling.Done(command, IncidentEvents.Closed, Show(current.Number), Show(seconds));
        var causes =
            current.Causes.Select(named => named with { Verdict = Judging.Of(named, current, input.Causes) }).ToImmutableArray();
        foreach (var named in causes)
        {
            if (named.Verdict == Verdict.Right)
                ruling.Say(IncidentEvents.CauseRight, Taxonomy.IdOf(named.Failure), named.Component, named.By);
            if (named.Verdict == Verdict.Wrong)
                ruling.Say(IncidentEvents.CauseWrong, Taxonomy.IdOf(named.Failure), named.Component, named.By);
        }

        return current with { ClosedNs = input.NowNs, ClosedBy = command.By, Causes = causes };
    }
}
