using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Server.Kinds.Balancers;
using OpsGame.Server.Kinds.Caches;
using OpsGame.Server.Kinds.Certificates;
using OpsGame.Server.Kinds.Databases;
using OpsGame.Server.Kinds.Dns;
using OpsGame.Server.Kinds.Queues;
using OpsGame.Server.Kinds.Racks;
using OpsGame.Server.Kinds.Rollouts;
using OpsGame.Server.Kinds.Scalers;
using OpsGame.Server.Kinds.Servers;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>A tick of an estate → its frame.</summary>
internal static class FrameMapper
{
    public static Frame Full(EstateKey estate, EstateNews news, Scenario scenario, EventView[] events)
    {
        var frame = news.Frame;
        return new Frame(
            estate.Drill, estate.Team, frame.Tick, Previous: frame.Tick, Full: true, Ms(frame.NowNs), Ms(scenario.DurationNs),
            Kebab.Of(news.Status), news.Speed, Math.Round(news.BehindMs),
            View(frame.Service, scenario), [.. frame.Classes.Select((each, index) => View(each, scenario.Classes[index], frame))],
            PartMapper<RackView>.Of(frame, scenario), PartMapper<ServerView>.Of(frame, scenario),
            PartMapper<BalancerView>.Of(frame, scenario), PartMapper<CacheView>.Of(frame, scenario),
            PartMapper<DatabaseView>.Of(frame, scenario), PartMapper<RolloutView>.Of(frame, scenario),
            PartMapper<DnsView>.Of(frame, scenario), PartMapper<CertificateView>.Of(frame, scenario),
            PartMapper<ScalerView>.Of(frame, scenario), PartMapper<QueueView>.Of(frame, scenario),
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
