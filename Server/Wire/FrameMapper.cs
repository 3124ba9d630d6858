using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using static OpsGame.Server.Wire.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>A tick of an estate → its frame.</summary>
internal static class FrameMapper
{
        public static Frame Full(EstateKey estate, EstateNews news, Scenario scenario, EventView[] events)
    {
        var frame = news.Frame;
        var servers = frame.ServerTelemetry.ToDictionary(now => now.Id, StringComparer.Ordinal);
        return new Frame(
            estate.Drill, estate.Team, frame.Tick, Previous: frame.Tick, Full: true, Ms(frame.NowNs), Ms(scenario.DurationNs),
            Kebab.Of(news.Status), news.Speed, Math.Round(news.BehindMs),
            View(frame.Service, scenario), [.. frame.Classes.Select((each, index) => View(each, scenario.Classes[index], frame))],
            [.. frame.Racks.Select(
                rack => ComponentMapper.View(rack, frame.RackTelemetry.FirstOrDefault(now => now.Id == rack.Id)))],
            [.. frame.Servers.Select(server => ServerMapper.View(server, servers.GetValueOrDefault(server.Id)))],
            [.. frame.Balancers.Select(
                each => ComponentMapper.View(each, frame.BalancerTelemetry.FirstOrDefault(now => now.Id == each.Id), scenario))],
            [.. frame.Caches.Select(
                each => ComponentMapper.View(each, frame.CacheTelemetry.FirstOrDefault(now => now.Id == each.Id), scenario))],
            [.. frame.Databases.Select(each => ComponentMapper.View(
                each, frame.DatabaseTelemetry.FirstOrDefault(now => now.Id == each.Id)))],
            [.. frame.Rollouts.Select(ComponentMapper.View)],
            [.. frame.Dns.Select(
                each => ComponentMapper.View(each, frame.DnsTelemetry.FirstOrDefault(now => now.Id == each.Id), scenario.Dns!))],
            [.. frame.Certificates.Select(ComponentMapper.View)],
            [.. frame.Scalers.Select(ComponentMapper.View)],
            [.. frame.Columns.All<QueueState>().Select(each => ComponentMapper.View(
                each, frame.Columns.All<QueueTelemetry>().FirstOrDefault(now => now.Id == each.Id),
                scenario.Spec<QueueSpec>()!))],
            [.. news.Applying.Select(one => new AppliesView(one.Component, [.. one.Actions]))],
            FeedMapper.View(frame.Score), [.. frame.Alerts.Select(FeedMapper.View)], FeedMapper.View(frame.Hints, scenario.Hints),
            IncidentMapper.View(frame.Incidents), events,
            Traces: [], [.. frame.Looks.Select(LookMapper.View)],
            [.. frame.Findings.Select(LookMapper.View)]);
    }

    private static ServiceView View(ServiceReport service, Scenario scenario) => new(
        Share(service.Level), Share(service.Overall), Share(service.Budget), Dollars(service.SpentNanoDollars),
        Dollars(service.NanoDollarsPerHour), Dollars(scenario.Score.ParNanoDollars), service.InFlight);

    private static ClassView View(ClassTelemetry requests, ClassSpec users, EstateFrame frame) => new(
        requests.Id, requests.Offered, requests.Answered, requests.Failed, Latency(requests.Latency),
        [.. frame.FeaturesOff.Where(off => users.Features.Any(feature => feature.Id == off))],
        [.. frame.Bulkheads.Where(each => each.Class == users.Id).Select(each => $"{Kebab.Of(each.Role)} ≤ {each.Calls}")]);
}
