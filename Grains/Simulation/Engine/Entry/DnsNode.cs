using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Dns;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>
/// The record and the resolvers that remember it, each with its own expiry: what changes is seen by a resolver's users when its
/// answer expires. Resolvers start with an answer of evenly spread age.
/// </summary>
internal sealed class DnsNode
{
    private readonly DnsSpec _spec;
    private readonly Draw _luck;
    private readonly int[][] _answers;
    private readonly long[] _expires;
    private readonly int[] _turns;

    /// <summary>When the answer a resolver last asked for comes.</summary>
    private readonly long[] _comes;
    private int[] _record;
    private int _windowQueries;
    private int _windowLookups;

    public DnsNode(DnsSpec spec, int[] record, ulong seed)
    {
        _spec = spec;
        _record = record;
        _luck = new Draw(seed, Purpose.Resolver, 0);
        var ages = new Draw(seed, Purpose.Resolver, 1);
        TtlNs = spec.TtlNs;
        _answers = new int[spec.Resolvers][];
        _expires = new long[spec.Resolvers];
        _turns = new int[spec.Resolvers];
        _comes = new long[spec.Resolvers];
        for (var resolver = 0; resolver < spec.Resolvers; resolver++)
        {
            _answers[resolver] = record;
            _expires[resolver] = (long)(ages.Unit((ulong)resolver) * spec.TtlNs);
            _turns[resolver] = resolver % record.Length;
            _comes[resolver] = -1;
        }
    }

    public string Id => _spec.Id;

    /// <summary>Of answers given from now on.</summary>
    public long TtlNs { get; set; }

    public int LastQueries { get; private set; }

    public int LastLookups { get; private set; }

    public void Set(int[] record) => _record = record;

    public int ResolverOf(ulong user) => (int)(_luck.Unit(user) * _spec.Resolvers);

    /// <summary>When a resolver's answer is there: now, where it remembers one.</summary>
    public long Ask(int resolver, long now)
    {
        _windowQueries++;
        if (_expires[resolver] > now) return now;
        if (_comes[resolver] > now) return _comes[resolver];
        _windowLookups++;
        return _comes[resolver] = now + _spec.LookupNs;
    }

    /// <summary>The next address of a resolver's answer; the first to ask for it after it came brings it in.</summary>
    public int Next(int resolver, long now)
    {
        if (_comes[resolver] == now)
        {
            _answers[resolver] = _record;
            _expires[resolver] = now + TtlNs;
            _comes[resolver] = -1;
        }

        var answer = _answers[resolver];
        var turn = _turns[resolver] = _turns[resolver] + 1 < answer.Length ? _turns[resolver] + 1 : 0;
        return answer[turn];
    }

    /// <summary>Resolvers that still give an answer the record no longer has.</summary>
    public int Outdated(long now)
    {
        var outdated = 0;
        for (var resolver = 0; resolver < _answers.Length; resolver++)
            if (_expires[resolver] > now && !_answers[resolver].AsSpan().SequenceEqual(_record)) outdated++;
        return outdated;
    }

    public void RollWindow()
    {
        (LastQueries, LastLookups) = (_windowQueries, _windowLookups);
        (_windowQueries, _windowLookups) = (0, 0);
    }
}
