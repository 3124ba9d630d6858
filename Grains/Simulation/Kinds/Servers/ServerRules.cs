using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server's rule: power, then what has come to its end, then commands.</summary>
public static class ServerRules
{
    private static readonly ActionSet<ServerState, ServerInput> Actions = new();

    public static Outcome<ServerState> Tick(ServerState state, ServerInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        state = FollowPower(state, input, ruling);
        state = FinishLifecycle(state, input, ruling);
        state = OwnChecking.Watch(state, input, ruling);
        state = ServerProcesses.Finish(state, input, ruling);
        state = ServerPorts.Finish(state, input, ruling);
        state = ServerMemory.Watch(state, input, ruling);
        state = ServerFirewall.Expire(state, input, ruling);
        state = ServerDisk.Finish(state, input, ruling);
        if (state.SlowEndsNs > 0 && input.NowNs >= state.SlowEndsNs)
        {
            state = state with { SlowFactor = 1, SlowEndsNs = 0 };
            ruling.Do(new SetSlow(state.Id, 1));
        }

        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        // last: nothing can be done to a server that is gone
        if (state.Change is not null) state = ServerChanges.Proceed(state, input, ruling);
        if (state.LeavingNs > 0) state = ServerRemoval.Proceed(state, input, ruling);
        return ruling.With(state);
    }

    /// <summary>
    /// It waits for nothing: with power, enough memory and no command its rule would return the state it is given.
    /// </summary>
    internal static bool IsIdle(ServerState state)
    {
        if (state is not
            {
                Lifecycle: Lifecycle.Running, Checks: null, Down.IsEmpty: true, ReloadEndsNs: 0, Switch: null,
                Firewall.IsEmpty: true, SlowEndsNs: 0, LogFloodEndsNs: 0, ClearLogsEndsNs: 0, Change: null, LeavingNs: 0,
            }) return false;
        foreach (var role in state.Roles)
            if (role.LimitMiB > 0) return false;
        foreach (var port in state.Ports)
            if (port.Stage is not (PortStage.Empty or PortStage.Serving or PortStage.Ready)) return false;
        return true;
    }

    private static ServerState FollowPower(ServerState state, ServerInput input, Ruling ruling)
    {
        if (!input.Powered && state.Lifecycle is not (Lifecycle.Off or Lifecycle.Stopped))
        {
            ruling.Do(new SetReachability(state.Id, Reachability.Silent));
            ruling.Do(new CutServer(state.Id));
            ruling.Do(new SetHung(state.Id, false));
            ruling.Say(ServerEvents.LostPower);
            state = state.Emptied() with { Lifecycle = Lifecycle.Off, LifecycleEndsNs = 0, NextVersion = "" };
            // what is off may as well be moved now
            return state.Change is { Rack.Length: > 0 } ? ServerLifecycle.Boot(state, input, ruling) : state;
        }

        var boots = input.Powered
            && (state.Lifecycle == Lifecycle.Off || (state.Lifecycle == Lifecycle.Booting && state.LifecycleEndsNs == 0));
        return boots ? ServerLifecycle.Boot(state, input, ruling) : state;
    }

    private static ServerState FinishLifecycle(ServerState state, ServerInput input, Ruling ruling)
    {
        var over = state.LifecycleEndsNs > 0 && input.NowNs >= state.LifecycleEndsNs;
        switch (state.Lifecycle)
        {
            case Lifecycle.Booting or Lifecycle.Restarting or Lifecycle.Crashed when over:
                ruling.Do(new SetReachability(state.Id, Reachability.Accepting));
                ruling.Say(ServerEvents.Running, state.Version);
                return state with { Lifecycle = Lifecycle.Running, LifecycleEndsNs = 0 };
            case Lifecycle.Installing when over:
                ruling.Do(new SetVersion(state.Id, state.NextVersion));
                ruling.Say(ServerEvents.Installed, state.NextVersion);
                return state with
                {
                    Lifecycle = Lifecycle.Restarting,
                    LifecycleEndsNs = input.NowNs + input.Context.RestartNs,
                    Version = state.NextVersion,
                    NextVersion = "",
                    Ports = PortState.Serve(state.Ports, state.Roles, state.NextVersion),
                };
            case Lifecycle.Draining when state.ClosesNs > 0:
                if (input.NowNs < state.ClosesNs) return state;
                ruling.Do(new SetReachability(state.Id, Reachability.Refusing));
                return state with { ClosesNs = 0 };
            case Lifecycle.Draining when over || input.Telemetry.Outstanding == 0:
                ruling.Do(new SetReachability(state.Id, Reachability.Silent));
                ruling.Do(new CutServer(state.Id));
                ruling.Do(new SetHung(state.Id, false));
                if (state.Change is not null) return ServerLifecycle.Boot(state.Emptied(), input, ruling);
                ruling.Say(ServerEvents.Stopped);
                return state.Emptied() with { Lifecycle = Lifecycle.Stopped, LifecycleEndsNs = 0 };
            default:
                return state;
        }
    }
}
