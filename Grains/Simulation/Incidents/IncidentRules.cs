using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents;

/// <param name="Alerts">Those that are open.</param>
/// <param name="Causes">What has really been wrong so far: the verdicts come from it.</param>
public sealed record IncidentInput(
    string Id, long NowNs, ImmutableArray<Command> Commands, ImmutableArray<Alert> Alerts, ImmutableArray<CauseSpec> Causes);

/// <summary>What a team may do at its incident desk. All of it is done in the tick it is logged for.</summary>
internal static class IncidentRules
{
    /// <summary>The desk's id as a target.</summary>
    public const string Id = "incident";

    private static readonly ActionSet<IncidentDesk, IncidentInput> Actions = new();

    public static Outcome<IncidentDesk> Tick(IncidentDesk desk, IncidentInput input)
    {
        var ruling = new Ruling(input.Id, input.NowNs);
        foreach (var command in input.Commands) desk = Actions.Take(desk, input, command, ruling);
        return ruling.With(desk);
    }

    /// <summary>What is done to the incident that is open; without one it is refused.</summary>
    public static IncidentDesk OnCurrent(IncidentDesk desk, Command command, Ruling ruling, Func<Incident, Incident> handle)
    {
        if (desk.Current is { } current) return desk with { Incidents = desk.Incidents.Replace(current, handle(current)) };
        ruling.Refuse(command, IncidentRefusals.None);
        return desk;
    }

    public static Alert? Hurting(IncidentInput input) => input.Alerts.FirstOrDefault(alert => alert.HurtsUsers);

    /// <summary>A choice that was checked.</summary>
    public static T Choice<T>(string choice)
        where T : struct, Enum => Enum.Parse<T>(choice, ignoreCase: true);
}
