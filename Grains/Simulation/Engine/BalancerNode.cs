using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Engine;

/// <summary>A balancer as the engine knows it: who gets the next request.</summary>
internal sealed class BalancerNode(string id, Algorithm algorithm, Draw luck, StationMeter meter)
{
    private readonly List<TargetNode> targets = [];
    private readonly List<int> serving = [];
    private int turn;

    public string Id { get; } = id;

    public Algorithm Algorithm { get; set; } = algorithm;

    public StationMeter Meter { get; } = meter;

    public IReadOnlyList<TargetNode> Targets => targets;

    public List<Probe> Probes { get; } = [];

    public TargetNode this[int target] => targets[target];

    public int IndexOf(string server) => targets.FindIndex(target => target.Server.Id == server);

    public void Set(ServerNode server, bool serves)
    {
        var index = IndexOf(server.Id);
        if (index < 0)
        {
            index = targets.Count;
            targets.Add(new TargetNode(server));
        }

        targets[index].Serving = serves;
        serving.Clear();
        for (var i = 0; i < targets.Count; i++)
            if (targets[i].Serving) serving.Add(i);
    }

    /// <summary>The target of a request with this luck; −1: there is none.</summary>
    public int Pick(ulong index)
    {
        var count = serving.Count;
        if (count <= 1) return count == 0 ? -1 : serving[0];
        switch (Algorithm)
        {
            case Algorithm.RoundRobin:
                turn = turn + 1 >= count ? 0 : turn + 1;
                return serving[turn];
            case Algorithm.Random:
                return serving[(int)(luck.Unit(index) * count)];
            case Algorithm.TwoChoices:
                var bits = luck.Bits(index);
                var first = (int)((bits & 0xFFFFFFFF) * (ulong)count >> 32);
                var second = (int)((bits >> 32) * (ulong)(count - 1) >> 32);
                if (second >= first) second++;
                return targets[serving[first]].Outstanding <= targets[serving[second]].Outstanding ? serving[first] : serving[second];
            default:
                return LeastOutstanding(count);
        }
    }

    /// <summary>Ties go round in turn: otherwise an idle system would send everything to the first target.</summary>
    private int LeastOutstanding(int count)
    {
        turn = turn + 1 >= count ? 0 : turn + 1;
        var best = serving[turn];
        for (var step = 1; step < count; step++)
        {
            var other = turn + step < count ? serving[turn + step] : serving[turn + step - count];
            if (targets[other].Outstanding < targets[best].Outstanding) best = other;
        }

        return best;
    }
}

/// <summary>A server as a target.</summary>
internal sealed class TargetNode(ServerNode server)
{
    public ServerNode Server { get; } = server;

    public bool Serving { get; set; }

    public int Outstanding { get; set; }

    public int WindowArrived { get; set; }

    public int LastArrived { get; set; }
}
