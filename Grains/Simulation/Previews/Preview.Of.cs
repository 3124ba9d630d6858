using System.Collections.Immutable;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Previews;

/// <summary>
/// An action before it is taken: a dry run of the component's own rule on the present state, so that its refusal, its time and
/// its price are those of the command itself. The world must be between two ticks.
/// </summary>
public sealed partial record Preview
{
    /// <param name="asked">Its arguments as they were given: they need be neither complete nor in range.</param>
    public static Preview Of(World world, Command asked)
    {
        var named = asked with { Id = asked.Id.Length > 0 ? asked.Id : "preview" };
        var refusal = ActionCatalogue.Check(named.Action, named.Args, out var args);
        var command = named with { Args = args };
        refusal ??= world.Check(command);
        var preview = new Preview(
            refusal, 0, Bound.Exactly, 0, false, InFlight.Kept, 0, null, world.PresentOf(named),
            world.FieldsOf(named), world.Beside(named.Target, named.By), false);
        return refusal is null ? Of(world, world.Try(command), preview) : preview;
    }

    private static Preview Of(World world, World.DryRun trial, Preview preview)
    {
        if (trial.Refusal is not null) return preview with { Refusal = trial.Refusal };
        preview = preview with { Undo = trial.Undo };
        // what it has others do is part of it
        foreach (var order in trial.Orders)
            if (world.Check(order) is null) preview = Joined(preview, Of(world, world.Try(order), preview with { TakesNs = 0 }));
        preview = trial.Acts is RolloutState { Status: RolloutStatus.Running or RolloutStatus.RollingBack } rollout
            && trial.Idle is RolloutState before && before.Status != rollout.Status
            ? Forecast.Of(rollout, world, preview)
            : Timed(preview, trial, world);
        preview = preview with
        {
            NanoDollarsPerHour = preview.NanoDollarsPerHour + Bill(trial.Acts) - Bill(trial.Idle)
                + trial.Directives.OfType<IPlaces>().Sum(place => Bill(place.Placed)),
        };
        foreach (var cut in trial.Directives.OfType<ICuts>())
            preview = preview with
            {
                InFlight = InFlight.Cut, Requests = Math.Max(preview.Requests, cut.RequestsIn(world.Last.Columns)),
            };
        return preview with
        {
            Requests = Math.Max(preview.Requests, trial.Directives.OfType<KillSession>().Count()),
            Alone = preview.Alone || NobodyElse(trial, world),
        };
    }

    /// <summary>Of the web or application role of what it takes away, no other server runs any.</summary>
    private static bool NobodyElse(World.DryRun trial, World world)
    {
        var away = trial switch
        {
            { Idle: ServerState { Lifecycle: Lifecycle.Running }, Acts: ServerState { Lifecycle: not Lifecycle.Running } server }
                => [server.Id],
            { Acts: RolloutState { Options.Strategy: <= Strategy.Recreate } rollout } => rollout.Batch,
            _ => ImmutableArray<string>.Empty,
        };
        var left = world.Servers.Where(server => server.Lifecycle == Lifecycle.Running && !away.Contains(server.Id)).ToArray();
        return world.Servers.Where(server => away.Contains(server.Id)).SelectMany(server => server.Roles).Any(role =>
            role.Role is Kinds.Roles.Role.Web or Kinds.Roles.Role.App
            && !left.Any(other => other.Roles.Any(each => each.Role == role.Role)));
    }

    private static Preview Joined(Preview one, Preview other) => one with
    {
        TakesNs = other.TakesNs,
        NanoDollarsPerHour = other.NanoDollarsPerHour,
        Bound = other.Bound > one.Bound ? other.Bound : one.Bound,
        InFlight = other.InFlight > one.InFlight ? other.InFlight : one.InFlight,
        Requests = Math.Max(one.Requests, other.Requests),
        Alone = one.Alone || other.Alone,
    };

    /// <summary>Until the last thing it sets going is over; what it orders comes first.</summary>
    private static Preview Timed(Preview preview, World.DryRun trial, World world)
    {
        var (own, now) = (0L, world.NowNs + Nanoseconds.PerTick);
        var takes = world.Scenario.Operations;
        foreach (var operation in KindTable.UnderWay(trial.Acts, takes).Except(KindTable.UnderWay(trial.Idle, takes)))
        {
            own = Math.Max(own, operation.EndsNs - now);
            preview = preview with
            {
                Bound = operation.Bound > preview.Bound ? operation.Bound : preview.Bound,
                InFlight = !operation.Drains ? preview.InFlight : own > 0 || operation.EndsNs == 0 ? InFlight.Drained
                    : InFlight.Cut,
                Requests = operation.Drains ? There(trial.Acts!, operation, world.Last) : preview.Requests,
            };
        }

        if (trial.Directives.OfType<PlaceServer>().Any()) own = takes.BootNs;
        foreach (var place in trial.Directives.OfType<PlaceCache>()) own = place.Cache.ReadyNs - now;
        return preview with { TakesNs = preview.TakesNs + own + trial.TakesNs };
    }

    /// <summary>
    /// A cache costs until it is given up, a server until it is stopped; one that is being stopped or removed will cost nothing,
    /// one that is resized what its size does.
    /// </summary>
    private static long Bill(object? state) => state switch
    {
        CacheState { Leaving: false } cache => cache.NanoDollarsPerHour,
        ServerState { LeavingNs: 0 } server
            when server.Change is not null || server.Lifecycle is not (Lifecycle.Stopped or Lifecycle.Draining) =>
            (server.Change?.Size ?? server.Size).NanoDollarsPerHour,
        _ => 0,
    };

    private static int There(object state, Operation operation, EstateFrame frame) => state switch
    {
        BalancerState balancer => frame.Columns.Measured<BalancerTelemetry>(balancer.Id)!.RequestsAt(operation.Subject),
        ServerState server => frame.Columns.Measured<ServerTelemetry>(server.Id)?.Outstanding ?? 0,
        _ => 0,
    };
}
