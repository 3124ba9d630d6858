using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>The users' name servers.</summary>
internal sealed class DnsStation : Station
{
    private readonly WatchStation _watch;
    private readonly Addresses _addresses;
    private readonly DnsNode _node;
    private readonly StepKind _resolved;

    public DnsStation(Kernel kernel, WatchStation watch, Addresses addresses, DnsSpec spec, ulong seed)
        : base(kernel)
    {
        (_watch, _addresses) = (watch, addresses);
        _node = new DnsNode(spec, [.. spec.Targets.Select(addresses.Of)], seed);
        _resolved = NewStep();
    }

    /// <summary>The address a browser got the last time.</summary>
    public int Remembered(int client) => _node.Next(_node.ResolverOf((ulong)client), now: -2);

    /// <summary>True: a resolver remembers the address. Otherwise it comes later, as <see cref="StepKind.Named"/>.</summary>
    public bool Resolve(int slot)
    {
        ref var request = ref Pool[slot];
        var user = request.Client >= 0 ? (ulong)request.Client : ((ulong)request.Class + 1 << 56) + (ulong)request.User;
        var resolver = _node.ResolverOf(user);
        var comes = _node.Ask(resolver, Now);
        if (comes == Now)
        {
            request.Address = _node.Next(resolver, Now);
            return true;
        }

        request.Phase = Phase.Travelling;
        _watch.Traces?.Enter(ref request, _node.Id, null, Now);
        Queue.At(comes, _resolved, slot, request.Epoch, resolver);
        return false;
    }

    /// <summary>The answer is there (arg: the resolver's).</summary>
    public override void Reach(StepKind kind, int slot, int arg)
    {
        ref var request = ref Pool[slot];
        _watch.Traces?.Leave(ref request, Now, Cause.None);
        request.Address = _node.Next(arg, Now);
        Kernel.Step(StepKind.Named, slot, 0);
    }

    /// <summary>What resolvers are told from now on.</summary>
    public void Answer(SetDns set)
    {
        _node.Set([.. set.Targets.Select(_addresses.Of)]);
        _node.TtlNs = set.TtlNs;
    }

    public override void Roll() => _node.RollWindow();

    public DnsTelemetry Telemetry() => new(_node.Id, _node.LastQueries, _node.LastLookups, _node.Outdated(Now));
}
