using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>TLS handshakes: round trips, and work on whoever a connection ends at. The edge has CPU enough.</summary>
internal sealed partial class DataPlane
{
    private readonly TlsStation? _tls;
    private readonly WorkSampler _fullHandshake;
    private readonly WorkSampler _resumedHandshake;
    private readonly int[] _wayLanes = new int[3];
    private readonly int[] _thriceLanes = new int[3];
    private long _certificateExpiresNs = long.MaxValue;
    private bool _certificateCovers = true;

    private bool EndsAtServer(int address) => address >= 0 || (address == Address.Balancer && _tls is null);

    /// <summary>The browser's hello arrives.</summary>
    private void ReachHello(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Address == Address.Edge)
        {
            request.Resumed = MayResume(ref request, Address.Edge);
            Travel(slot, FlightLane(ref request), EventKind.Established, 0);
        }
        else if (!EndsAtServer(request.Address))
        {
            QueueHandshake(slot);
        }
        else
        {
            request.ShakesHands = true;
            if (request.Address == Address.Balancer) ReachEntry(slot);
            else ReachStation(slot, _servers[request.Address].Roles[(int)EntryRole(request.Class)]!);
        }
    }

    private void QueueHandshake(int slot)
    {
        ref var request = ref _pool[slot];
        _tls!.Meter.Arrive();
        if (_balancer!.Down)
        {
            _tls.Meter.Refuse(Cause.Cut);
            request.Failure = Cause.Cut;
            ToUser(slot);
            return;
        }

        _tls.Meter.Enter(Now);
        request.ShakeIn = Now;
        _traces?.Enter(ref request, _tls.Id, null, Now);
        if (_tls.Busy < _tls.Cores)
        {
            ShakeHands(slot);
            return;
        }

        request.Phase = Phase.InTlsQueue;
        _tls.Queue.Add(_pool, slot);
    }

    private void ShakeHands(int slot)
    {
        ref var request = ref _pool[slot];
        _tls!.Busy++;
        _tls.Meter.Start(Now);
        _tls.Meter.Working.Change(1, Now);
        _traces?.Work(ref request, Now);
        request.Phase = Phase.ShakingHands;
        request.ShakeStart = Now;
        request.Resumed = MayResume(ref request, Address.Balancer);
        _queue.At(Now + (long)(HandshakeWork(ref request) + 0.5), EventKind.HandshakeWorked, slot, request.Epoch, 0);
    }

    private void HandshakeWorked(int slot)
    {
        LeaveTls(ref _pool[slot], Cause.None);
        var next = _tls!.Queue.TakeFirst(_pool);
        if (next != RequestPool.None) ShakeHands(next);
        Travel(slot, FlightLane(ref _pool[slot]), EventKind.Established, 0);
    }

    private void LeaveTls(ref Request request, Cause cause)
    {
        var worked = request.Phase == Phase.ShakingHands;
        if (worked)
        {
            _tls!.Busy--;
            _tls.Meter.Working.Change(-1, Now);
        }

        _tls!.Meter.Leave(Now, request.ShakeIn, request.ShakeStart, worked, cause);
        _traces?.Leave(ref request, Now, cause);
    }

    private double HandshakeWork(ref Request request)
    {
        var luck = _classes[request.Class].HandshakeLuck(request.Luck);
        return request.Resumed ? _resumedHandshake.Sample(luck) : _fullHandshake.Sample(luck);
    }

    /// <summary>On a server's core, in a thread of the role users meet.</summary>
    private double HandshakeWork(ref Request request, ServerNode server)
    {
        request.Resumed = MayResume(ref request, server.Index);
        return HandshakeWork(ref request);
    }

    private bool MayResume(ref Request request, int end)
    {
        ref var client = ref _clients![request.Client];
        return client.TicketUntil > Now
            && (_scenario.Tls!.SharedTickets || (client.Issuer == end && client.IssuerIncarnation == IncarnationOf(end)));
    }

    /// <summary>Constant delays of the way between users and the ends of their connections, found once.</summary>
    private void OpenWays()
    {
        long[] ways =
        [
            _edge is null ? 0 : _queue.DelayOf(_edgeLane), _queue.DelayOf(_internetLane),
            _queue.DelayOf(_internetLane) + _queue.DelayOf(_otherRackLane),
        ];
        for (var way = 0; way < ways.Length; way++)
        {
            _wayLanes[way] = _queue.LaneOf(ways[way]);
            _thriceLanes[way] = _queue.LaneOf(3 * ways[way]);
        }
    }

    /// <summary>To the edge, to the entry, or through the balancer to a server.</summary>
    private static int WayOf(ref Request request) =>
        request.Address == Address.Edge ? 0 : request.ShakesHands && request.Address == Address.Balancer ? 2 : 1;

    /// <summary>
    /// From the end's answer to the moment the user may send: one way; a full handshake of TLS 1.2 needs the user's keys and the end's
    /// word that it has them before.
    /// </summary>
    private int FlightLane(ref Request request) =>
        (_scenario.Tls!.Version == TlsVersion.Tls12 && !request.Resumed ? _thriceLanes : _wayLanes)[WayOf(ref request)];

    /// <summary>The last flight is at the user: trust it and send, or not.</summary>
    private void Established(int slot)
    {
        ref var request = ref _pool[slot];
        var encrypted = _scenario.Tls is not null;
        var trusted = !encrypted || (_certificateCovers && Now < _certificateExpiresNs);
        if (request.ShakesHands)
        {
            EstablishedWithServer(slot, trusted);
            return;
        }

        if (encrypted) _traces?.Leave(ref request, Now, trusted ? Cause.None : Cause.Certificate);
        if (request.Abandoned)
        {
            _pool.Release(slot);
        }
        else if (!trusted)
        {
            request.Failure = Cause.Certificate;
            Deliver(slot);
        }
        else
        {
            Open(ref request);
            if (encrypted) TakeTicket(ref request, request.Address, request.Incarnation);
            SendOver(slot);
        }
    }

    /// <summary>The server's thread waits for the request, or learns that none will come.</summary>
    private void EstablishedWithServer(int slot, bool trusted)
    {
        ref var request = ref _pool[slot];
        var (users, number, attempt, born, given) =
            (_classes[request.Class], request.Number, request.Attempt, request.Born, request.Abandoned);
        if (given || !trusted)
        {
            request.Failure = given ? Cause.Timeout : Cause.Certificate;
            if (!given) _traces?.End(ref request, Now, Cause.Certificate, false);
            request.Abandoned = true;
        }
        else
        {
            Open(ref request);
            request.Connected = true;
            var server = _stations[request.Stays[request.At].Station].Server;
            TakeTicket(ref request, server.Index, server.Incarnation);
        }

        Travel(slot, _wayLanes[WayOf(ref request)], EventKind.HandsShaken, 0);
        if (!given && !trusted) AttemptFailed(users, number, attempt, born, Cause.Certificate);
    }

    private void HandsShaken(int slot)
    {
        ref var request = ref _pool[slot];
        request.ShakesHands = false;
        _traces?.Leave(ref request, Now, request.Failure);
        if (request.Failure == Cause.None) BeginWork(slot);
        else Leave(slot);
    }

    private void TakeTicket(ref Request request, int issuer, int incarnation)
    {
        ref var client = ref _clients![request.Client];
        client.TicketUntil = Now + _scenario.Tls!.TicketNs;
        client.Issuer = issuer;
        client.IssuerIncarnation = incarnation;
    }
}
