using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>Who of the serving targets gets the next request.</summary>
internal sealed class TargetPicker(Draw luck)
{
    private readonly List<TargetNode> _room = [];
    private int _turn;

    /// <summary>All of the same weight and with room; at least two.</summary>
    public TargetNode Even(List<TargetNode> serving, Algorithm algorithm, ulong index)
    {
        var count = serving.Count;
        switch (algorithm)
        {
            case Algorithm.RoundRobin:
                _turn = _turn + 1 >= count ? 0 : _turn + 1;
                return serving[_turn];
            case Algorithm.Random:
                return serving[(int)(luck.Unit(index) * count)];
            case Algorithm.TwoChoices:
                var (first, second) = Two(count, index);
                return serving[first].Held <= serving[second].Held ? serving[first] : serving[second];
            default:
                return LeastOutstanding(serving);
        }
    }

    /// <summary>With weights and room (0: without end) of each; −1: none has room.</summary>
    public int Weighted(List<TargetNode> serving, Algorithm algorithm, int connections, ulong index, long now)
    {
        _room.Clear();
        foreach (var target in serving)
            if (!target.PassedOver && (connections == 0 || target.Held < connections)) _room.Add(target);
        if (_room.Count <= 1) return _room.Count == 0 ? -1 : _room[0].Index;
        return (algorithm switch
        {
            Algorithm.RoundRobin => Smooth(now),
            Algorithm.Random => ByWeight(index, now),
            Algorithm.TwoChoices => LessLoaded(Two(_room.Count, index), now),
            _ => LeastLoaded(now),
        }).Index;
    }

    private (int First, int Second) Two(int count, ulong index)
    {
        var bits = luck.Bits(index);
        var first = (int)((bits & 0xFFFFFFFF) * (ulong)count >> 32);
        var second = (int)((bits >> 32) * (ulong)(count - 1) >> 32);
        return (first, second >= first ? second + 1 : second);
    }

    /// <summary>Ties go round in turn: otherwise an idle system would send everything to the first target.</summary>
    private TargetNode LeastOutstanding(List<TargetNode> serving)
    {
        var count = serving.Count;
        _turn = _turn + 1 >= count ? 0 : _turn + 1;
        var best = serving[_turn];
        for (var step = 1; step < count; step++)
        {
            var other = serving[_turn + step < count ? _turn + step : _turn + step - count];
            if (other.Held < best.Held) best = other;
        }

        return best;
    }

    /// <summary>
    /// nginx's smooth weighted round robin: every target earns its weight, the one with the most is chosen and pays the sum.
    /// </summary>
    private TargetNode Smooth(long now)
    {
        double sum = 0;
        var best = _room[0];
        foreach (var target in _room)
        {
            var weight = target.WeightAt(now);
            sum += weight;
            target.Credit += weight;
            if (target.Credit > best.Credit) best = target;
        }

        best.Credit -= sum;
        return best;
    }

    private TargetNode ByWeight(ulong index, long now)
    {
        double sum = 0;
        foreach (var target in _room) sum += target.WeightAt(now);
        var left = luck.Unit(index) * sum;
        foreach (var target in _room)
        {
            left -= target.WeightAt(now);
            if (left < 0) return target;
        }

        return _room[^1];
    }

    private TargetNode LessLoaded((int First, int Second) two, long now)
    {
        var (first, second) = (_room[two.First], _room[two.Second]);
        return Load(first, now) <= Load(second, now) ? first : second;
    }

    private TargetNode LeastLoaded(long now)
    {
        var count = _room.Count;
        _turn = _turn + 1 >= count ? 0 : _turn + 1;
        var best = _room[_turn];
        for (var step = 1; step < count; step++)
        {
            var other = _room[_turn + step < count ? _turn + step : _turn + step - count];
            if (Load(other, now) < Load(best, now)) best = other;
        }

        return best;
    }

    /// <summary>As nginx' least_conn and HAProxy's leastconn compare: outstanding by weight.</summary>
    private static double Load(TargetNode target, long now) => target.Held / target.WeightAt(now);
}
