using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>From the user to the entry: the name's address, a connection to it, and the request over what is open.</summary>
internal sealed partial class DataPlane
{
    private readonly ClientTable? _clients;
    private readonly DnsNode? _dns;
    private readonly int _userConnectLane;

    /// <summary>Users have more to do than send: a name to look up, a connection to open, or an edge before the entry.</summary>
    private readonly bool _approaches;

    private void Approach(int slot)
    {
        ref var request = ref _pool[slot];
        request.Client = _classes[request.Class].ClientOf(request.Number);
        if (request.Client < 0 ? _dns is null : IsOpen(in _clients![request.Client])) SendOver(slot);
        else Resolve(slot);
    }

    private bool IsOpen(in Client client) =>
        client.OpenUntil > Now && client.Incarnation == IncarnationOf(client.Address)
        && (client.Pin < 0 || (_balancer![client.Pin] is { Serving: true } target && target.Server.Incarnation == client.PinIncarnation));

    /// <summary>Counts how often the end of connections to an address lost them all.</summary>
    private int IncarnationOf(int address) => address switch
    {
        >= 0 => _servers[address].Incarnation,
        Address.Balancer => _balancer!.Incarnation,
        _ => 0,
    };

    private void Resolve(int slot)
    {
        ref var request = ref _pool[slot];
        if (_dns is null)
        {
            request.Address = UsualAddress(request.Class);
            Connect(slot);
            return;
        }

        var resolver = _dns.ResolverOf(request.Client >= 0 ? (ulong)request.Client : ((ulong)request.Class + 1 << 56) + (ulong)request.Number);
        var comes = _dns.Ask(resolver, Now);
        if (comes == Now)
        {
            Named(slot, resolver);
            return;
        }

        request.Phase = Phase.Travelling;
        _traces?.Enter(ref request, _dns.Id, null, Now);
        _queue.At(comes, EventKind.Resolved, slot, request.Epoch, resolver);
    }

    private void Resolved(int slot, int resolver)
    {
        _traces?.Leave(ref _pool[slot], Now, Cause.None);
        Named(slot, resolver);
    }

    private void Named(int slot, int resolver)
    {
        ref var request = ref _pool[slot];
        request.Address = _dns!.Next(resolver, Now);
        if (request.Abandoned) _pool.Release(slot);
        else if (request.Client < 0) SendOver(slot);
        else Connect(slot);
    }

    /// <summary>Where users go who have no name server of their own.</summary>
    private int UsualAddress(int index) =>
        _edge is not null ? Address.Edge : _balancer is not null ? Address.Balancer : DoorOf(EntryRole(index));

    /// <summary>Where nobody is left it still leads to the last one there was.</summary>
    private int DoorOf(Role role) => EntryServer(role)?.Index ?? _servers.FindLastIndex(server => server.Roles[(int)role] is not null);

    private int AddressOf(string id) =>
        id == _edge?.Id ? Address.Edge : id == _balancer?.Id ? Address.Balancer : NodeOf(id).Index;

    private int LaneTo(int address) => address == Address.Edge ? _edgeLane : _internetLane;

    private void Connect(int slot)
    {
        ref var request = ref _pool[slot];
        _traces?.Enter(ref request, "connect", null, Now);
        Travel(slot, LaneTo(request.Address), EventKind.ReachDoor, 0);
    }

    /// <summary>The first packet of a connection arrives.</summary>
    private void ReachDoor(int slot)
    {
        ref var request = ref _pool[slot];
        var refused = request.Address switch
        {
            >= 0 => RefusedByServer(ref request),
            Address.Balancer when _balancer!.Down => Cause.Refused,
            Address.Balancer when IsBlocked(_balancer.Blocked, ref request) => Cause.Blocked,
            Address.Balancer when _tls is { Full: true } => Cause.Unreachable,
            Address.Balancer when _tls is not null && !_tls.Gate.Passes(Now) => Cause.RateLimited,
            _ => Cause.None,
        };
        switch (refused)
        {
            case Cause.None:
                request.Incarnation = IncarnationOf(request.Address);
                Travel(slot, LaneTo(request.Address), EventKind.Connected, 0);
                break;
            case Cause.Unreachable:
                Travel(slot, _userConnectLane, EventKind.ConnectTimeout, Request.AtUser);
                break;
            default:
                if (request.Address == Address.Balancer)
                {
                    var meter = refused == Cause.Blocked ? _balancer!.Meter : _tls?.Meter ?? _balancer!.Meter;
                    meter.Arrive();
                    meter.Refuse(refused);
                }

                _traces?.Leave(ref request, Now, refused);
                request.Failure = refused;
                Travel(slot, LaneTo(request.Address), EventKind.Answered, Request.AtUser);
                break;
        }
    }

    private Cause RefusedByServer(ref Request request)
    {
        var server = _servers[request.Address];
        var station = server.Roles[(int)EntryRole(request.Class)];
        if ((server.Dropped & (1 << (int)Sender.Users)) != 0 || server.Reachability == Reachability.Silent || server.Rack.Severed)
            return Cause.Unreachable;
        var refused = station is null || server.Reachability != Reachability.Accepting ? Cause.Refused
            : IsBlocked(server.Blocked, ref request) ? Cause.Blocked
            : Cause.None;
        if (refused == Cause.None) return Cause.None;
        station?.Meter.Arrive();
        station?.Meter.Refuse(refused);
        return refused;
    }

    /// <summary>TCP's handshake is back at the user.</summary>
    private void Connected(int slot)
    {
        ref var request = ref _pool[slot];
        _traces?.Leave(ref request, Now, Cause.None);
        if (request.Abandoned)
        {
            _pool.Release(slot);
        }
        else if (_scenario.Tls is null)
        {
            Established(slot);
        }
        else
        {
            if (!EndsAtServer(request.Address)) _traces?.Enter(ref request, "tls", null, Now);
            Travel(slot, LaneTo(request.Address), EventKind.ReachHello, 0);
        }
    }

    /// <summary>The connection may be used: the user's first request goes out on it.</summary>
    private void Open(ref Request request)
    {
        ref var client = ref _clients![request.Client];
        client.Address = request.Address;
        client.Incarnation = request.Incarnation;
        client.Pin = request.ShakesHands && request.Address == Address.Balancer ? request.Pin : -1;
        client.PinIncarnation = client.Pin < 0 ? 0 : _balancer![client.Pin].Server.Incarnation;
        client.OpenUntil = Now + _scenario.Network.KeepAliveNs;
    }

    private void SendOver(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Client >= 0)
        {
            ref var client = ref _clients![request.Client];
            (request.Address, request.Pin) = (client.Address, client.Pin);
            request.Connected = true;
            client.OpenUntil = Now + _scenario.Network.KeepAliveNs;
        }

        if (request.Address >= 0) SendToServer(slot);
        else if (request.Address == Address.Edge || (request.Address == Address.None && _edge is not null))
            Travel(slot, _edgeLane, EventKind.ReachEdge, 0);
        else Travel(slot, _internetLane, EventKind.ReachEntry, 0);
    }

    private void SendToServer(int slot)
    {
        ref var request = ref _pool[slot];
        if (_servers[request.Address].Roles[(int)EntryRole(request.Class)] is { } station)
        {
            Travel(slot, _internetLane, EventKind.ReachStation, station.Index);
            return;
        }

        // nothing listens there for this kind of request
        Travel(slot, _internetLane, EventKind.ReachDoor, 0);
    }

    /// <summary>An answer came over a connection: it stays open from now on. None came in time: it is dead.</summary>
    private void KeepAlive(ref Request request)
    {
        ref var client = ref _clients![request.Client];
        if (!request.Connected || client.Address != request.Address) return;
        client.OpenUntil = request.Failure == Cause.Unreachable ? 0 : Now + _scenario.Network.KeepAliveNs;
    }

    /// <summary>
    /// The drill begins in the middle of a day: every browser last asked an exponential time ago (its share of the class's rate), so
    /// some have a connection open, some only a ticket.
    /// </summary>
    private void WarmClients(ulong seed)
    {
        var ages = new Chance.Draw(seed, Chance.Purpose.ClientAge, 0);
        foreach (var users in _classes)
        {
            var rate = users.Spec.RatePerSecond * _profile.Factor(0) / Math.Max(1, users.Spec.Clients);
            for (var index = 0; index < users.Spec.Clients; index++) Warm(users.FirstClient + index, users.Index, rate, ages);
        }
    }

    private void Warm(int index, int users, double rate, Chance.Draw ages)
    {
        ref var client = ref _clients![index];
        client.Pin = -1;
        client.Address = Address.None;
        var age = rate <= 0 ? double.PositiveInfinity : ages.Exponential((ulong)index) / rate * Nanoseconds.PerSecond;
        var remembers = _scenario.Tls?.TicketNs ?? 0;
        if (age >= Math.Max(_scenario.Network.KeepAliveNs, remembers)) return;
        client.Address = _dns is null ? UsualAddress(users) : _dns.Next(_dns.ResolverOf((ulong)index), now: -2);
        client.Issuer = client.Address;
        if (client.Address == Address.Balancer && _scenario.Tls?.End == TlsEnd.Server)
        {
            client.Pin = _balancer!.Pick((ulong)index, 0);
            if (client.Pin < 0) return;
            client.Issuer = _balancer[client.Pin].Server.Index;
        }

        client.OpenUntil = Math.Max(0, _scenario.Network.KeepAliveNs - (long)Math.Min(age, _scenario.Network.KeepAliveNs));
        client.TicketUntil = Math.Max(0, remembers - (long)Math.Min(age, remembers));
    }
}
