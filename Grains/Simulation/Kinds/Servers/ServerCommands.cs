using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What people, rollouts and faults do to a server.</summary>
internal static class ServerCommands
{
    /// <summary>How long a stopping server lets its requests finish.</summary>
    internal const long StopGraceNs = 10 * Nanoseconds.PerSecond;

    public static ServerState Carry(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        switch (command.Action)
        {
            case Actions.StartServer:
                return Start(state, input, command, ruling);
            case Actions.StopServer:
                return Stop(state, input, command, ruling);
            case Actions.RemoveServer:
                return ServerRemoval.Begin(state, input, command, ruling);
            case Actions.ChangeSize:
                return ServerChanges.Resize(state, input, command, ruling);
            case Actions.MoveServer:
                return ServerChanges.Move(state, input, command, ruling);
            case Actions.DrainServer or Actions.UndrainServer:
                return ServerDraining.Carry(state, input, command, ruling);
            case Actions.RestartServer:
                return Restart(state, input, command, ruling);
            case Actions.ChangeThreads:
                return ServerProcesses.ChangeThreads(state, input, command, ruling);
            case Actions.Reload:
                return ServerProcesses.Reload(state, input, command, ruling);
            case Actions.KillProcess or Actions.ProcessCrash:
                return ServerProcesses.Kill(state, input, command, ruling);
            case Actions.InstallBeside:
                return ServerPorts.Install(state, input, command, ruling);
            case Actions.SwitchPort:
                return ServerPorts.Switch(state, input, command, ruling);
            case Actions.StopPort:
                return ServerPorts.Stop(state, input, command, ruling);
            case Actions.ClearLogs or Actions.RotateLogs:
                return ServerDisk.Carry(state, input, command, ruling);
            case Actions.LogFlood:
                return ServerDisk.Flood(state, input, command, ruling);
            case Actions.Install:
                return Install(state, input, command, ruling);
            case Actions.ServerHang when state.Lifecycle == Lifecycle.Running:
                ruling.Do(new SetHung(state.Id, true));
                return state with { Hung = true };
            case Actions.ServerCrash when state.Lifecycle == Lifecycle.Running:
                ruling.Say("server-crashed");
                return Interrupt(state, Lifecycle.Crashed, input.NowNs + input.Context.RestartNs, ruling);
            case Actions.OpenFirewall or Actions.CloseFirewall:
                return ServerFirewall.Carry(state, command, ruling);
            case Actions.Firewall:
                return ServerFirewall.Fault(state, input, command, ruling);
            case Actions.BlockSource or Actions.UnblockSource:
                return Block(state, command, ruling);
            case Actions.SetBreaker:
                return SetBreaker(state, command, ruling);
            case Actions.ServerSlow:
                ruling.Do(new SetSlow(state.Id, command.Real("amount")));
                return state with { SlowFactor = command.Real("amount"), SlowEndsNs = input.NowNs + command.Duration("seconds") };
            default:
                return state;
        }
    }

    private static ServerState Block(ServerState state, Command command, Ruling ruling)
    {
        if (state.Answers) return state with { Blocked = SourceRules.Carry(state.Id, state.Blocked, command, ruling) };
        ruling.Refuse(command, "role-missing", "web");
        return state;
    }

    private static ServerState SetBreaker(ServerState state, Command command, Ruling ruling)
    {
        if (!state.HasWeb)
        {
            ruling.Refuse(command, "role-missing", "web");
            return state;
        }

        var breaker = BreakerRules.Set(state.Breaker, command, toDatabase: false, ruling);
        if (breaker != state.Breaker) ruling.Do(new SetAppBreaker(state.Id, breaker));
        return state with { Breaker = breaker };
    }

    private static ServerState Start(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Lifecycle != Lifecycle.Stopped || !input.Powered)
        {
            ruling.Refuse(command, state.Lifecycle == Lifecycle.Off || !input.Powered ? "server-no-power" : "server-not-stopped");
            return state;
        }

        ruling.Carry(command, "server-starting");
        return ServerRules.Boot(state, input, ruling);
    }

    private static ServerState Stop(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Change is not null)
        {
            ruling.Refuse(command, "server-changing");
            return state;
        }

        if (state.Lifecycle is Lifecycle.Off or Lifecycle.Stopped or Lifecycle.Draining)
        {
            ruling.Refuse(command, state.Lifecycle == Lifecycle.Off ? "server-no-power" : "server-not-running");
            return state;
        }

        ruling.Do(new SetReachability(state.Id, Reachability.Refusing));
        ruling.Carry(command, "server-stopping");
        return state with { Lifecycle = Lifecycle.Draining, LifecycleEndsNs = input.NowNs + StopGraceNs, NextVersion = "", Switch = null };
    }

    private static ServerState Restart(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Change is not null && state.Lifecycle == Lifecycle.Draining)
        {
            ruling.Refuse(command, "server-changing");
            return state;
        }

        if (state.Lifecycle is not (Lifecycle.Running or Lifecycle.Crashed or Lifecycle.Draining))
        {
            ruling.Refuse(command, state.Lifecycle == Lifecycle.Off ? "server-no-power" : "server-not-running");
            return state;
        }

        ruling.Carry(command, "server-restarting");
        return Interrupt(state, Lifecycle.Restarting, input.NowNs + input.Context.RestartNs, ruling);
    }

    private static ServerState Install(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Lifecycle is not (Lifecycle.Running or Lifecycle.Installing or Lifecycle.Restarting)) return state;
        ruling.Carry(command, "server-installing", command.Text("version"));
        return Interrupt(state, Lifecycle.Installing, input.NowNs + input.Context.InstallNs, ruling) with
        {
            NextVersion = command.Text("version"),
        };
    }

    /// <summary>All processes end: what they held is lost, and a hang with it.</summary>
    private static ServerState Interrupt(ServerState state, Lifecycle lifecycle, long endsNs, Ruling ruling)
    {
        ruling.Do(new SetReachability(state.Id, Reachability.Refusing));
        ruling.Do(new CutServer(state.Id));
        ruling.Do(new SetHung(state.Id, false));
        return state.Emptied() with { Lifecycle = lifecycle, LifecycleEndsNs = endsNs };
    }
}
