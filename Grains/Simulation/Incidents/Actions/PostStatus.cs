using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Incidents.Actions;

/// <summary>Tells users how things stand.</summary>
internal sealed class PostStatus : IncidentAction
{
    public override string Id => "post-status";

    public override int Place => 2;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Choice("state", "investigating", "investigating", "identified", "monitoring", "resolved"),
        Parameter.Text("text", IncidentDesk.StatusLength),
    ];

    internal override IncidentDesk Act(IncidentDesk state, IncidentInput input, Command command, Ruling ruling) =>
        IncidentRules.OnCurrent(state, command, ruling, current => Post(current, input, command, ruling));

    private protected override bool Applies(IncidentDesk state, IEstate estate) => state.Current is not null;

    private static Incident Post(Incident current, IncidentInput input, Command command, Ruling ruling)
    {
        var posted = IncidentRules.Choice<StatusState>(command.Text("state"));
        var update = new StatusUpdate(posted, command.Text("text"), command.By, input.NowNs);
        if (current.Updates.Length == IncidentDesk.MostUpdates)
        {
            ruling.Refuse(command, IncidentRefusals.StatusTooMany, Show(IncidentDesk.MostUpdates));
            return current;
        }

        // a page that says resolved while its readers cannot buy is worse than none
        if (update.State == StatusState.Resolved && IncidentRules.Hurting(input) is { } alert)
        {
            ruling.Refuse(command, IncidentRefusals.StillHurting, alert.Component, alert.Id);
            return current;
        }

        ruling.Done(command, IncidentEvents.StatusPosted, command.Text("state"), update.Text);
        return current with { Updates = current.Updates.Add(update) };
    }
}
