using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Ticks;
using EngineAlgorithm = OpsGame.Simulation.Kinds.Balancers.SetAlgorithm;
using EngineCertificate = OpsGame.Simulation.Kinds.Certificates.SetCertificate;
using EngineHandshakeLimit = OpsGame.Simulation.Kinds.Balancers.SetHandshakeLimit;
using EngineRateLimit = OpsGame.Simulation.Kinds.Balancers.SetRateLimit;
using EngineWeight = OpsGame.Simulation.Kinds.Balancers.SetWeight;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>What people and rollouts do to a balancer.</summary>
internal static class BalancerCommands
{
    public static BalancerState Carry(BalancerState state, BalancerInput input, Command command, Ruling ruling) => command.Action switch
    {
        Actions.Attach => Attach(state, input, command, ruling),
        Actions.Detach => Detach(state, input, command, ruling),
        Actions.SetAlgorithm => SetAlgorithm(state, command, ruling),
        Actions.SetRateLimit => SetRateLimit(state, command, ruling),
        Actions.BlockSource or Actions.UnblockSource => state with { Blocked = SourceRules.Carry(state.Id, state.Blocked, command, ruling) },
        Actions.SetHandshakeLimit => SetHandshakeLimit(state, input, command, ruling),
        Actions.SetCertificate => SetCertificate(state, input, command, ruling),
        Actions.RestartBalancer => Restart(state, input, command, ruling),
        Actions.BalancerCrash => Crash(state, input, ruling),
        Actions.SetHealthCheck => SetHealthCheck(state, input, command, ruling),
        Actions.SetWeight => SetWeight(state, command, ruling),
        Actions.SetDrainTime => SetDrainTime(state, command, ruling),
        Actions.SetSlowStart => SetSlowStart(state, command, ruling),
        Actions.SetConnectionLimit => SetConnectionLimit(state, command, ruling),
        Actions.SetLoadShedding => SetLoadShedding(state, command, ruling),
        _ => state,
    };

    private static BalancerState Attach(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var id = command.Text("server");
        var server = input.Servers.FirstOrDefault(server => server.Id == id);
        var index = BalancerRules.IndexOf(state, id);
        var refusal = server is null || server.Balancer != state.Id ? "not-a-target"
            : server.Leaving ? "server-leaving"
            : server.Lifecycle == Lifecycle.Stopped ? "server-not-running"
            : index >= 0 && state.Targets[index].Attachment == Attachment.Attached ? "target-attached"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, id);
            return state;
        }

        ruling.Carry(command, "target-attaching", id);
        var weight = (int)command.RealOr("weight", index < 0 ? 1 : state.Targets[index].Weight);
        if (weight > 0 && index >= 0) ruling.Do(new EngineWeight(state.Id, id, weight));
        return BalancerRules.Replace(state, new TargetState(
            id, Attachment.Attached, TargetHealth.Initial, 0, 0, input.NowNs, ProbeResult.None, 0, 0,
            weight));
    }

    private static BalancerState SetWeight(BalancerState state, Command command, Ruling ruling)
    {
        var id = command.Text("server");
        var index = BalancerRules.IndexOf(state, id);
        if (index < 0)
        {
            ruling.Refuse(command, "target-not-attached", id);
            return state;
        }

        ruling.Do(new EngineWeight(state.Id, id, command.Number("weight")));
        // of its many a rollout tells what they come to: so much of the traffic
        if (command.Id.Length > 0) ruling.Carry(command, "weight-set", id, command.Text("weight"));
        return BalancerRules.Replace(state, state.Targets[index] with { Weight = command.Number("weight") });
    }

    private static BalancerState SetDrainTime(BalancerState state, Command command, Ruling ruling)
    {
        ruling.Carry(command, "drain-time-set", command.Text("seconds"));
        return state with { DrainNs = command.Duration("seconds") };
    }

    private static BalancerState SetSlowStart(BalancerState state, Command command, Ruling ruling)
    {
        ruling.Carry(command, "slow-start-set", command.Text("seconds"));
        return state with { Limits = state.Limits with { SlowStartNs = command.Duration("seconds") } };
    }

    private static BalancerState SetLoadShedding(BalancerState state, Command command, Ruling ruling)
    {
        ruling.Carry(command, "load-shedding-set", command.Text("outstanding"));
        return state with { Limits = state.Limits with { Shed = command.Number("outstanding") } };
    }

    private static BalancerState SetConnectionLimit(BalancerState state, Command command, Ruling ruling)
    {
        ruling.Carry(command, "connection-limit-set", command.Text("connections"), command.Text("queue"), command.Text("timeout"));
        return state with
        {
            Limits = state.Limits with
            {
                Connections = command.Number("connections"),
                Queue = command.Number("queue"),
                QueueTimeoutNs = command.Duration("timeout"),
            },
        };
    }

    private static BalancerState Detach(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var id = command.Text("server");
        var index = BalancerRules.IndexOf(state, id);
        if (index < 0 || state.Targets[index].Attachment != Attachment.Attached)
        {
            // a rollout or scaler has what it orders already; a person is told
            if (command.Id.Length > 0) ruling.Refuse(command, index < 0 ? "not-a-target" : "target-not-attached", id);
            return state;
        }

        var drain = command.Args.ContainsKey("drain") ? command.Duration("drain") : state.DrainNs;
        ruling.Carry(command, "target-draining", id);
        return BalancerRules.Replace(state, state.Targets[index] with
        {
            Attachment = Attachment.Draining,
            Health = TargetHealth.Initial,
            DrainEndsNs = input.NowNs + drain,
        });
    }

    private static BalancerState SetAlgorithm(BalancerState state, Command command, Ruling ruling)
    {
        var algorithm = command.Text("algorithm") switch
        {
            "round-robin" => Algorithm.RoundRobin,
            "random" => Algorithm.Random,
            "two-choices" => Algorithm.TwoChoices,
            _ => Algorithm.LeastOutstanding,
        };
        ruling.Do(new EngineAlgorithm(state.Id, algorithm));
        ruling.Carry(command, "algorithm-set", command.Text("algorithm"));
        return state with { Algorithm = algorithm };
    }

    private static BalancerState SetRateLimit(BalancerState state, Command command, Ruling ruling)
    {
        ruling.Do(new EngineRateLimit(state.Id, command.Number("limit")));
        ruling.Carry(command, "rate-limit-set", command.Text("limit"));
        return state with { RateLimit = command.Number("limit") };
    }

    private static BalancerState SetHandshakeLimit(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        if (!input.ShakesHands)
        {
            ruling.Refuse(command, "no-handshakes");
            return state;
        }

        ruling.Do(new EngineHandshakeLimit(state.Id, command.Number("handshakes")));
        ruling.Carry(command, "handshake-limit-set", command.Text("handshakes"));
        return state with { HandshakeLimit = command.Number("handshakes") };
    }

    /// <summary>Connections that are open have checked the one before, and go on.</summary>
    private static BalancerState SetCertificate(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var id = command.Text("certificate");
        if (!input.ShakesHands || state.Certificate == id)
        {
            ruling.Refuse(command, input.ShakesHands ? "certificate-served" : "no-handshakes", id);
            return state;
        }

        // the estate has looked whether there is one
        var certificate = input.Certificates.First(each => each.Id == id);
        ruling.Do(new EngineCertificate(id, certificate.ExpiresNs, certificate.Covers));
        ruling.Carry(command, "certificate-set", id);
        return state with { Certificate = id };
    }

    private static BalancerState Restart(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        if (state.DownUntilNs > 0)
        {
            ruling.Refuse(command, "balancer-down");
            return state;
        }

        ruling.Carry(command, "balancer-restarting");
        return GoDown(state, input, ruling);
    }

    private static BalancerState Crash(BalancerState state, BalancerInput input, Ruling ruling)
    {
        if (state.DownUntilNs > 0) return state;
        ruling.Say("balancer-crashed");
        return GoDown(state, input, ruling);
    }

    private static BalancerState GoDown(BalancerState state, BalancerInput input, Ruling ruling)
    {
        ruling.Do(new CutBalancer(state.Id));
        return state with { DownUntilNs = input.NowNs + input.RestartNs };
    }

    private static BalancerState SetHealthCheck(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var check = new HealthCheck(
            command.Text("path") == "deep" ? CheckPath.Deep : CheckPath.Shallow, command.Duration("interval"),
            command.Duration("timeout"), command.Number("unhealthyAfter"), command.Number("healthyAfter"));
        if (check.TimeoutNs >= check.IntervalNs)
        {
            ruling.Refuse(command, "check-timeout-too-long", command.Text("timeout"), command.Text("interval"));
            return state;
        }

        ruling.Carry(command, "health-check-set", command.Text("path"), command.Text("interval"), command.Text("timeout"));
        return state with
        {
            Check = check,
            Targets = [.. state.Targets.Select(target => target with { NextProbeNs = Math.Min(target.NextProbeNs, input.NowNs + check.IntervalNs) })],
        };
    }
}
