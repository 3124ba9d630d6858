using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Incidents;

/// <param name="Alerts">Those that are open.</param>
/// <param name="Causes">What has really been wrong so far: the verdicts come from it.</param>
internal sealed record IncidentInput(
    string Id, long NowNs, ImmutableArray<Command> Commands, ImmutableArray<Alert> Alerts, ImmutableArray<CauseSpec> Causes);

/// <summary>What a team may do at its incident desk. All of it is done in the tick it is logged for.</summary>
internal static class IncidentRules
{
    public static Outcome<IncidentDesk> Tick(IncidentDesk desk, IncidentInput input)
    {
        var ruling = new Ruling(input.Id, input.NowNs);
        foreach (var command in input.Commands)
        {
            desk = command.Action switch
            {
                Actions.DeclareIncident => Declare(desk, command, input, ruling),
                Actions.TakeRole => TakeRole(desk, command, input, ruling),
                _ => desk.Current is { } current ? Handle(desk, current, command, input, ruling) : Nothing(desk, command, ruling),
            };
        }

        return ruling.With(desk);
    }

    private static IncidentDesk Declare(IncidentDesk desk, Command command, IncidentInput input, Ruling ruling)
    {
        if (desk.Current is { } current)
        {
            ruling.Refuse(command, "incident-open", Show(current.Number), current.What);
            return desk;
        }

        if (desk.Incidents.Length == IncidentDesk.MostIncidents)
        {
            ruling.Refuse(command, "incidents-too-many", Show(IncidentDesk.MostIncidents));
            return desk;
        }

        var incident = new Incident(
            desk.Incidents.Length + 1, Parse<Severity>(command.Text("severity")), command.Text("what"), command.By, input.NowNs, 0, "", [], []);
        ruling.Carry(command, "incident-declared", Show(incident.Number), command.Text("severity"), incident.What);
        return desk with { Incidents = desk.Incidents.Add(incident) };
    }

    private static IncidentDesk TakeRole(IncidentDesk desk, Command command, IncidentInput input, Ruling ruling)
    {
        var role = Parse<IncidentRole>(command.Text("role"));
        var before = desk.Roles.FirstOrDefault(holder => holder.Role == role);
        if (before?.By == command.By)
        {
            ruling.Refuse(command, "role-yours-already", command.Text("role"));
            return desk;
        }

        if (before is null) ruling.Carry(command, "role-taken", command.Text("role"));
        else ruling.Carry(command, "role-taken-over", command.Text("role"), before.By);
        var others = before is null ? desk.Roles : desk.Roles.Remove(before);
        return desk with { Roles = [.. others.Add(new RoleHolder(role, command.By, input.NowNs)).OrderBy(holder => holder.Role)] };
    }

    private static IncidentDesk Nothing(IncidentDesk desk, Command command, Ruling ruling)
    {
        ruling.Refuse(command, "incident-none");
        return desk;
    }

    private static IncidentDesk Handle(IncidentDesk desk, Incident current, Command command, IncidentInput input, Ruling ruling)
    {
        var next = command.Action switch
        {
            Actions.PostStatus => Post(current, command, input, ruling),
            Actions.NameCause => Name(current, command, input, ruling),
            _ => Close(current, command, input, ruling),
        };
        return desk with { Incidents = desk.Incidents.Replace(current, next) };
    }

    private static Incident Post(Incident current, Command command, IncidentInput input, Ruling ruling)
    {
        var update = new StatusUpdate(Parse<StatusState>(command.Text("state")), command.Text("text"), command.By, input.NowNs);
        if (current.Updates.Length == IncidentDesk.MostUpdates)
        {
            ruling.Refuse(command, "status-too-many", Show(IncidentDesk.MostUpdates));
            return current;
        }

        // a page that says resolved while its readers cannot buy is worse than none
        if (update.State == StatusState.Resolved && Hurting(input) is { } alert)
        {
            ruling.Refuse(command, "incident-still-hurting", alert.Component, alert.Id);
            return current;
        }

        ruling.Carry(command, "status-posted", command.Text("state"), update.Text);
        return current with { Updates = current.Updates.Add(update) };
    }

    private static Incident Name(Incident current, Command command, IncidentInput input, Ruling ruling)
    {
        var named = new NamedCause(Taxonomy.Of(command.Text("failure")), command.Text("component"), command.By, input.NowNs, Verdict.Open);
        var before = current.Causes.FirstOrDefault(other => other.Failure == named.Failure && other.Component == named.Component);
        if (before is not null)
        {
            ruling.Refuse(command, "cause-named-already", command.Text("failure"), named.Component, before.By);
            return current;
        }

        if (current.Causes.Length == IncidentDesk.MostCauses)
        {
            ruling.Refuse(command, "causes-too-many", Show(IncidentDesk.MostCauses));
            return current;
        }

        ruling.Carry(command, "cause-named", command.Text("failure"), named.Component);
        return current with { Causes = current.Causes.Add(named) };
    }

    private static Incident Close(Incident current, Command command, IncidentInput input, Ruling ruling)
    {
        if (Hurting(input) is { } alert)
        {
            ruling.Refuse(command, "incident-still-hurting", alert.Component, alert.Id);
            return current;
        }

        ruling.Carry(command, "incident-closed", Show(current.Number), Show((input.NowNs - current.DeclaredNs) / Nanoseconds.PerSecond));
        var causes = current.Causes.Select(named => named with { Verdict = Judging.Of(named, current, input.Causes) }).ToImmutableArray();
        foreach (var named in causes)
        {
            if (named.Verdict == Verdict.Right) ruling.Say("cause-right", Taxonomy.IdOf(named.Failure), named.Component, named.By);
            if (named.Verdict == Verdict.Wrong) ruling.Say("cause-wrong", Taxonomy.IdOf(named.Failure), named.Component, named.By);
        }

        return current with { ClosedNs = input.NowNs, ClosedBy = command.By, Causes = causes };
    }

    private static Alert? Hurting(IncidentInput input) => input.Alerts.FirstOrDefault(alert => alert.HurtsUsers);

    /// <summary>A choice that was checked.</summary>
    private static T Parse<T>(string choice)
        where T : struct, Enum => Enum.Parse<T>(choice, ignoreCase: true);

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
