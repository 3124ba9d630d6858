using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Engine;

/// <summary>A balancer as the engine knows it: who gets the next request.</summary>
internal sealed class BalancerNode(string id, Algorithm algorithm, Draw luck, StationMeter meter)
{
    private readonly List<TargetNode> _targets = [];
    private readonly List<int> _serving = [];
    private int _turn;
    private RateGate _gate;

    public string Id { get; } = id;

    public Algorithm Algorithm { get; set; } = algorithm;

    /// <summary>Requests a second; 0: no limit.</summary>
    public int RateLimit
    {
        get => _gate.PerSecond;
        set => _gate.PerSecond = value;
    }

    /// <summary>Its process is down: nothing listens.</summary>
    public bool Down { get; set; }

    /// <summary>How often it lost all its connections.</summary>
    public int Incarnation { get; set; }

    public StationMeter Meter { get; } = meter;

    public IReadOnlyList<TargetNode> Targets => _targets;

    public List<Probe> Probes { get; } = [];

    public TargetNode this[int target] => _targets[target];

    public bool LetsThrough(long now) => _gate.Passes(now);

    public int IndexOf(string server) => _targets.FindIndex(target => target.Server.Id == server);

    public void Set(ServerNode server, bool serves)
    {
        var index = IndexOf(server.Id);
        if (index < 0)
        {
            index = _targets.Count;
            _targets.Add(new TargetNode(server));
        }

        _targets[index].Serving = serves;
        _serving.Clear();
        for (var i = 0; i < _targets.Count; i++)
            if (_targets[i].Serving) _serving.Add(i);
    }

    /// <summary>The target of a request with this luck; −1: there is none.</summary>
    public int Pick(ulong index)
    {
        var count = _serving.Count;
        if (count <= 1) return count == 0 ? -1 : _serving[0];
        switch (Algorithm)
        {
            case Algorithm.RoundRobin:
                _turn = _turn + 1 >= count ? 0 : _turn + 1;
                return _serving[_turn];
            case Algorithm.Random:
                return _serving[(int)(luck.Unit(index) * count)];
            case Algorithm.TwoChoices:
                var bits = luck.Bits(index);
                var first = (int)((bits & 0xFFFFFFFF) * (ulong)count >> 32);
                var second = (int)((bits >> 32) * (ulong)(count - 1) >> 32);
                if (second >= first) second++;
                return _targets[_serving[first]].Outstanding <= _targets[_serving[second]].Outstanding ? _serving[first] : _serving[second];
            default:
                return LeastOutstanding(count);
        }
    }

    /// <summary>Ties go round in turn: otherwise an idle system would send everything to the first target.</summary>
    private int LeastOutstanding(int count)
    {
        _turn = _turn + 1 >= count ? 0 : _turn + 1;
        var best = _serving[_turn];
        for (var step = 1; step < count; step++)
        {
            var other = _turn + step < count ? _serving[_turn + step] : _serving[_turn + step - count];
            if (_targets[other].Outstanding < _targets[best].Outstanding) best = other;
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
