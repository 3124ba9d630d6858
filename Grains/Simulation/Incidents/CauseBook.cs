using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents;

/// <summary>
/// What is really wrong in an estate, and since when: what the scenario says, and what an instructor injects. Where a scenario says nothing, the
/// faults of its schedule count too.
/// </summary>
internal sealed class CauseBook(Scenario scenario)
{
    private readonly List<string> _hung = [];

    public ImmutableArray<CauseSpec> Known { get; private set; } = scenario.Causes;

    /// <summary>A fault begins. Those the taxonomy has no word for are no cause anybody could name.</summary>
    public void Notice(Command fault, long nowNs)
    {
        if (fault.By.Length == 0 && !scenario.Causes.IsEmpty) return;
        ImmutableArray<CauseAnswer> answers = [.. Answers(fault)];
        if (answers.IsEmpty) return;
        if (fault.Action == Actions.ServerHang) _hung.Add(fault.Target);
        Known = Known.Add(new CauseSpec(answers, nowNs, fault.Action switch
        {
            Actions.ServerHang => long.MaxValue,
            Actions.ServerCrash or Actions.ProcessCrash or Actions.BalancerCrash => nowNs + scenario.Operations.RestartNs,
            _ => nowNs + fault.Duration("seconds"),
        }));
    }

    /// <summary>A hang lasts until somebody ends it.</summary>
    public void Look(ImmutableArray<ServerState> servers, long nowNs)
    {
        for (var index = _hung.Count - 1; index >= 0; index--)
        {
            var id = _hung[index];
            if (servers.Any(server => server.Id == id && server.Hung)) continue;
            _hung.RemoveAt(index);
            Known = [.. Known.Select(cause => cause.UntilNs == long.MaxValue && cause.Answers[0].Component == id ? cause with { UntilNs = nowNs } : cause)];
        }
    }

    private IEnumerable<CauseAnswer> Answers(Command fault) => fault.Action switch
    {
        Actions.RackPower or Actions.RackUplink => [new(FailureKind.RackLost, fault.Target)],
        Actions.FeedPower => [new(FailureKind.RackLost, fault.Target), .. On(fault.Target).Select(rack => new CauseAnswer(FailureKind.RackLost, rack))],
        Actions.ServerHang or Actions.ServerSlow => [new(FailureKind.HungBackend, fault.Target)],
        Actions.ServerCrash or Actions.ProcessCrash => [new(FailureKind.KilledWithoutDraining, fault.Target)],
        Actions.BalancerCrash => scenario.Tls is null
            ? [new(FailureKind.KilledWithoutDraining, fault.Target)]
            : [new(FailureKind.ReconnectStorm, fault.Target), new(FailureKind.KilledWithoutDraining, fault.Target)],
        Actions.DatabaseSlow => [new(FailureKind.ThreadExhaustion, fault.Target), .. Applications().Select(id => new CauseAnswer(FailureKind.ThreadExhaustion, id))],
        Actions.Firewall => [new(FailureKind.FirewallClosed, fault.Target)],
        Actions.LogFlood => [new(FailureKind.DiskFull, fault.Target)],
        Actions.TrafficSurge => [new(FailureKind.SlowScaling, fault.Target), .. Entrances().Select(id => new CauseAnswer(FailureKind.SlowScaling, id))],
        _ => [],
    };

    /// <summary>Racks that hang on this power feed and no other.</summary>
    private IEnumerable<string> On(string feed)
    {
        var only = feed == World.FeedA ? PowerFeeds.A : PowerFeeds.B;
        return scenario.Racks.Where(rack => rack.Feeds == only).Select(rack => rack.Id);
    }

    private IEnumerable<string> Applications() =>
        scenario.Servers.Where(server => server.Roles.Any(role => role.Role == Role.App)).Select(server => server.Id);

    /// <summary>Where too much traffic meets too little to serve it.</summary>
    private IEnumerable<string> Entrances() =>
        scenario.Scalers.Select(scaler => scaler.Id).Concat(new[] { scenario.Balancer, scenario.Inner }.OfType<BalancerSpec>().Select(spec => spec.Id));
}
