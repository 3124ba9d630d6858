using OpsGame.Server.Formats;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Incidents;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>
/// The incident desk → what its team sees of it. A cause's verdict is not known to the desk before the incident is closed.
/// </summary>
internal static class IncidentMapper
{
    public static DeskView View(IncidentDesk desk) => new(
        [.. desk.Roles.Select(holder => new HolderView(Kebab.Of(holder.Role), holder.By))],
        [.. desk.Incidents.Select((incident, index) => View(incident, last: index == desk.Incidents.Length - 1))]);

    private static IncidentView View(Incident incident, bool last) => new(
        incident.Number, Kebab.Of(incident.Severity), incident.What, incident.By, Ms(incident.DeclaredNs), Ms(incident.ClosedNs),
        [.. incident.Updates.TakeLast(last ? IncidentDesk.MostUpdates : 1).Select(update =>
            new StatusView(Kebab.Of(update.State), update.Text, update.By, Ms(update.AtNs)))],
        [.. incident.Causes.Select(named => new NamedCauseView(
            Taxonomy.IdOf(named.Failure), named.Component, named.By, Ms(named.AtNs), Kebab.Of(named.Verdict)))]);
}
