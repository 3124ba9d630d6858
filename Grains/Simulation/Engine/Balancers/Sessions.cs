using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>Which target a browser stays at: the one its cookie names, or the one its address falls to.</summary>
/// <param name="clients">Browsers there are.</param>
/// <param name="luck">Of addresses and targets.</param>
internal sealed class Sessions(int clients, Draw luck)
{
    /// <summary>By browser: the target its cookie names (−1: it has none), and when it last came.</summary>
    private (int Target, long Used)[] _cookies = [];
    private long _goodNs;

    public Stickiness Sticky { get; private set; }

    public void Set(Stickiness sticky, long goodNs)
    {
        if (sticky != Sticky)
        {
            if (sticky == Stickiness.Cookie && _cookies.Length == 0) _cookies = new (int, long)[clients];
            Array.Fill(_cookies, (-1, 0));
        }

        (Sticky, _goodNs) = (sticky, goodNs);
    }

    /// <summary>−1: its cookie is good no longer, or it has none.</summary>
    public int TargetOf(int client, long now)
    {
        var (target, used) = _cookies[client];
        return now - used < _goodNs ? target : -1;
    }

    public void Keep(int client, int target, long now)
    {
        if (Sticky == Stickiness.Cookie) _cookies[client] = (target, now);
    }

    /// <summary>
    /// Rendezvous hashing (Thaler and Ravishankar 1998): the target with the least of these gets the browser, so that a server
    /// more or less moves only those it takes or had. Exponential with the weight as rate, it takes a share by weight.
    /// </summary>
    public double Distance(int client, int target, double weight) =>
        luck.Exponential(((ulong)client << 20) | (uint)target) / weight;

    /// <summary>Good cookies, by target.</summary>
    public void Count(IReadOnlyList<TargetNode> targets, long now)
    {
        foreach (var target in targets) target.Sessions = 0;
        if (Sticky != Stickiness.Cookie) return;
        foreach (var (target, used) in _cookies)
            if (target >= 0 && now - used < _goodNs) targets[target].Sessions++;
    }
}
