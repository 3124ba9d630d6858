using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

internal sealed class CacheKind()
    : Kind<CacheState, CacheInput, CacheTelemetry>(CacheState.Kind, Stage.Machines, CacheRules.Tick)
{
    internal override ImmutableArray<CacheState> Initial(Scenario scenario, ulong seed) =>
    [
        .. new[] { scenario.Cache, scenario.Edge?.Cache }.OfType<CacheSpec>().Select(spec => InitialState.Of(spec, scenario)),
    ];

    internal override ImmutableArray<CacheInput> Inputs(IRound round, bool resting)
    {
        var (caches, telemetry) = (round.States<CacheState>(), round.Telemetry<CacheTelemetry>());
        var cacheable = round.Once(static round => new Derived<CacheState, ImmutableArray<string>>(
            cache => Cacheable(round.Scenario, cache.Id))).Of(caches);
        return
        [
            .. caches.Select((cache, index) => new CacheInput(
                cache.Id, round.NowNs, round.CommandsFor(cache.Id), telemetry[index], cacheable[index],
                CacheRules.IsEdge(cache.Id, round))),
        ];
    }

    internal override CacheInput With(CacheInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override CacheTelemetry Observe(DataPlane plane, CacheState state) =>
        plane.Stations<CacheStation>().First(station => station.Node?.Id == state.Id).Telemetry();

    internal override ImmutableArray<Reading> Readings(CacheState state, CacheTelemetry now) =>
    [
        new("requests", now.Hits + now.Misses),
        new("hitRatio", now.Hits + now.Misses > 0 ? (double)now.Hits / (now.Hits + now.Misses) : 0),
        new("entries", now.Entries), new("evictions", now.Evictions),
    ];

    internal override IEnumerable<Operation> UnderWay(CacheState state, OperationsSpec takes) =>
        state.ReadyNs > 0 ? [new Operation("setting-up", "", state.ReadyNs)] : [];

    internal override long NanoDollarsPerHour(CacheState state) => state.NanoDollarsPerHour;

    /// <summary>
    /// The edge sees all users' reads, the cache those with which the application goes to the database: where the scenario has
    /// none of its own only those it says may be answered from one.
    /// </summary>
    private static ImmutableArray<string> Cacheable(Scenario scenario, string cache) =>
    [
        .. scenario.Classes.Where(users => users.WriteShare < 1 && (CacheRules.IsEdge(cache, scenario)
                || (scenario.Cache is null ? users.Cacheable : users is { App: not null, Db: not null })))
            .Select(users => users.Id),
    ];
}
