using System.Collections.Immutable;
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
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>
/// Ticks of an estate → their frames, one after the other: what did not change since the frame before is the same view again.
/// </summary>
internal sealed class FrameMapper(EstateKey estate, Scenario scenario)
{
    private readonly PartMapper<RackView> _racks = PartMapper<RackView>.New();
    private readonly PartMapper<ServerView> _servers = PartMapper<ServerView>.New();
    private readonly PartMapper<BalancerView> _balancers = PartMapper<BalancerView>.New();
    private readonly PartMapper<CacheView> _caches = PartMapper<CacheView>.New();
    private readonly PartMapper<DatabaseView> _databases = PartMapper<DatabaseView>.New();
    private readonly PartMapper<RolloutView> _rollouts = PartMapper<RolloutView>.New();
    private readonly PartMapper<DnsView> _dns = PartMapper<DnsView>.New();
    private readonly PartMapper<CertificateView> _certificates = PartMapper<CertificateView>.New();
    private readonly PartMapper<ScalerView> _scalers = PartMapper<ScalerView>.New();
    private readonly PartMapper<QueueView> _queues = PartMapper<QueueView>.New();
    private readonly LastViews<Applicable, AppliesView> _applies = new(one => new AppliesView(one.Component, [.. one.Actions]));
    private readonly LastViews<Alert, AlertView> _alerts = new(FeedMapper.View);
    private readonly LastViews<Look, LookView> _looks = new(LookMapper.View);
    private readonly LastViews<LookFinding, FindingView> _findings = new(LookMapper.View);
    private (ScoreSheet Sheet, ScoreView View)? _score;
    private (ImmutableArray<TakenHint> Taken, HintsView View)? _hints;
    private (BetState State, BetView? View)? _bet;
    private (IncidentDesk Desk, DeskView View)? _desk;

    public Frame Of(EstateNews news, EventView[] events, TraceView[] traces)
    {
        var frame = news.Frame;
        if (_score?.Sheet != frame.Score) _score = (frame.Score, FeedMapper.View(frame.Score));
        if (_hints?.Taken != frame.Hints) _hints = (frame.Hints, FeedMapper.View(frame.Hints, scenario.Hints));
        if (_bet?.State != frame.Bets) _bet = (frame.Bets, BetMapper.View(frame.Bets, scenario.Bet));
        if (_desk?.Desk != frame.Incidents) _desk = (frame.Incidents, IncidentMapper.View(frame.Incidents));
        return new Frame(
            estate.Drill, estate.Team, frame.Tick, Previous: frame.Tick, Full: true, Ms(frame.NowNs), Ms(scenario.DurationNs),
            Kebab.Of(news.Status), news.Speed, Math.Round(news.BehindMs),
            View(frame.Service), [.. frame.Classes.Select((each, index) => View(each, scenario.Classes[index], frame))],
            _racks.Views(frame, scenario), _servers.Views(frame, scenario), _balancers.Views(frame, scenario),
            _caches.Views(frame, scenario), _databases.Views(frame, scenario), _rollouts.Views(frame, scenario),
            _dns.Views(frame, scenario), _certificates.Views(frame, scenario), _scalers.Views(frame, scenario),
            _queues.Views(frame, scenario), _applies.Of(news.Applying), _score.Value.View, _alerts.Of(frame.Alerts),
            _hints.Value.View, _bet.Value.View, _desk.Value.View,
            events, traces, _looks.Of(frame.Looks), _findings.Of(frame.Findings));
    }

    private ServiceView View(ServiceReport service) => new(
        Share(service.Level), Share(service.Overall), Share(service.Budget), Dollars(service.SpentNanoDollars),
        Dollars(service.NanoDollarsPerHour), Dollars(scenario.Score.ParNanoDollars), service.InFlight);

    private static ClassView View(ClassTelemetry requests, ClassSpec users, EstateFrame frame) => new(
        requests.Id, requests.Offered, requests.Answered, requests.Failed, Latency(requests.Latency),
        [.. frame.FeaturesOff.Where(off => users.Features.Any(feature => feature.Id == off))],
        [.. frame.Bulkheads.Where(each => each.Class == users.Id).Select(each => $"{Kebab.Of(each.Role)} ≤ {each.Calls}")]);
}
