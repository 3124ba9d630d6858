using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>TLS handshakes: round trips, and work on whoever a connection ends at. The edge has CPU enough.</summary>
internal sealed class HandshakeStation : Station, IHandshakes
{
    private readonly WatchStation _watch;
    private readonly UserStation _users;
    private readonly LinkStation _links;
    private readonly ServerStation _servers;
    private readonly Addresses _addresses;
    private readonly ConnectionStation _connections;
    private readonly Browsers _browsers;
    private readonly Knocking _knocking;
    private readonly Ways _ways;
    private readonly BalancerStation? _balancer;
    private readonly TlsNode? _tls;
    private readonly WorkSampler _full;
    private readonly WorkSampler _resumed;
    private readonly StepKind _worked;
    private readonly StepKind _established;
    private readonly StepKind _handsShaken;
    private long _certificateExpiresNs = long.MaxValue;
    private bool _certificateCovers = true;
    private bool _certificateIsNew;

    public HandshakeStation(
        Kernel kernel, WatchStation watch, UserStation users, LinkStation links, ServerStation servers, Addresses addresses,
        ConnectionStation connections, Browsers browsers, Knocking knocking, Ways ways, BalancerStation? balancer,
        Scenario scenario)
        : base(kernel)
    {
        (_watch, _users, _links, _servers, _addresses) = (watch, users, links, servers, addresses);
        (_connections, _browsers, _knocking, _ways) = (connections, browsers, knocking, ways);
        (_balancer, _tls) = (balancer, balancer?.Tls);
        if (scenario.Tls is { } spec) (_full, _resumed) = (new WorkSampler(spec.Full), new WorkSampler(spec.Resumed));
        if (scenario.Certificate is { } served)
            (_certificateExpiresNs, _certificateCovers, _certificateIsNew) =
                (served.ExpiresNs, served.Covers, served.Chain == CertificateChain.New);
        (_worked, _established, _handsShaken) = (NewStep(), NewStep(), NewStep());
        kernel.Takes(this, StepKind.ReachHello, StepKind.ShookHands);
        servers.Cores.Handshakes = this;
    }

    public override Turn Turn => new(5, 1);

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == StepKind.ReachHello) ReachHello(slot);
        else if (kind == _worked) Worked(slot);
        else if (kind == StepKind.ShookHands) Kernel.Travel(slot, _ways.FlightLane(ref Pool[slot]), _established, 0);
        else if (kind == _established) Established(slot);
        else HandsShaken(slot);
    }

    /// <summary>On a server's core, in a thread of the role users meet.</summary>
    public double Work(ref Request request, ServerNode server)
    {
        request.Resumed = _browsers.MayResume(ref request, server.Index);
        return Work(ref request);
    }

    public override void Stop(int slot, Phase was)
    {
        if (was is not (Phase.InTlsQueue or Phase.ShakingHands)) return;
        if (was == Phase.InTlsQueue) _tls!.Queue.Remove(Pool, slot);
        Leave(ref Pool[slot], Cause.Cut, worked: was == Phase.ShakingHands);
    }

    /// <summary>From now on it shows another certificate.</summary>
    public void Present(SetCertificate set) =>
        (_certificateExpiresNs, _certificateCovers, _certificateIsNew) = (set.ExpiresNs, set.Covers, set.NewChain);

    public override void Roll() => _tls?.Meter.RollWindow();

    public override void ResetMeters() => _tls?.ResetMeters(Now);

    public override IEnumerable<StationReport> Report() => _tls is null ? [] : [_tls.Report(Now)];

    public override void AddTo(ref StateHash hash) => _tls?.Meter.AddTo(ref hash);

    public override void Audit(List<string> broken)
    {
        if (_tls is null) return;
        Kernel.Expect(Phase.ShakingHands, _tls.Busy, broken);
        Kernel.Expect(Phase.InTlsQueue, _tls.Queue.Count, broken);
        if (_tls.Busy > _tls.Cores) broken.Add($"{_tls.Id}: {_tls.Busy} of {_tls.Cores} cores busy");
        if (_tls.Busy < _tls.Cores && _tls.Queue.Count > 0) broken.Add($"{_tls.Id}: idle cores while handshakes wait");
    }

    /// <summary>The browser's hello arrives.</summary>
    private void ReachHello(int slot)
    {
        ref var request = ref Pool[slot];
        if (request.Address == Address.Edge)
        {
            request.Resumed = _browsers.MayResume(ref request, Address.Edge);
            Kernel.Travel(slot, _ways.FlightLane(ref request), _established, 0);
        }
        else if (!_knocking.EndsAtServer(request.Address))
        {
            Wait(slot, _tls!);
        }
        else
        {
            request.ShakesHands = true;
            if (request.Address == Address.Balancer) Kernel.Step(StepKind.ReachEntry, slot, 0);
            else _servers.ReachRole(slot, DoorOf(ref request));
        }
    }

    private RoleNode DoorOf(ref Request request) =>
        _servers.Fleet.Servers[request.Address].Roles[(int)_addresses.RoleOf(request.Class)]!;

    private void Wait(int slot, TlsNode tls)
    {
        ref var request = ref Pool[slot];
        tls.Meter.Arrive();
        if (_balancer!.Node.Down)
        {
            tls.Meter.Refuse(Cause.Cut);
            request.Failure = Cause.Cut;
            _links.ToUser(slot);
            return;
        }

        tls.Meter.Enter(Now);
        request.ShakeIn = Now;
        _watch.Traces?.Enter(ref request, tls.Id, null, Now);
        if (tls.Busy < tls.Cores)
        {
            Shake(slot, tls);
            return;
        }

        request.Phase = Phase.InTlsQueue;
        tls.Queue.Add(Pool, slot);
    }

    private void Shake(int slot, TlsNode tls)
    {
        ref var request = ref Pool[slot];
        tls.Working.Change(1, Now);
        tls.Meter.Start(Now);
        _watch.Traces?.Work(ref request, Now);
        request.Phase = Phase.ShakingHands;
        request.ShakeStart = Now;
        request.Resumed = _browsers.MayResume(ref request, Address.Balancer);
        Queue.At(Now + (long)(Work(ref request) + 0.5), _worked, slot, request.Epoch, 0);
    }

    /// <summary>The balancer has done its part of a handshake.</summary>
    private void Worked(int slot)
    {
        Leave(ref Pool[slot], Cause.None, worked: true);
        var next = _tls!.Queue.TakeFirst(Pool);
        if (next != RequestPool.None) Shake(next, _tls);
        Kernel.Travel(slot, _ways.FlightLane(ref Pool[slot]), _established, 0);
    }

    private void Leave(ref Request request, Cause cause, bool worked)
    {
        if (worked) _tls!.Working.Change(-1, Now);
        _tls!.Meter.Leave(Now, request.ShakeIn, request.ShakeStart, worked, cause);
        _watch.Traces?.Leave(ref request, Now, cause);
    }

    private double Work(ref Request request) =>
        (request.Resumed ? _resumed : _full).Sample(_users.Classes[request.Class].Browsers.HandshakeLuck(request.Luck));

    /// <summary>The last flight is at the user: trust it and send, or not.</summary>
    private void Established(int slot)
    {
        ref var request = ref Pool[slot];
        var trusted = _certificateCovers && Now < _certificateExpiresNs
            && !(_certificateIsNew && _users.Classes[request.Class].Browsers.HasOldTrust(request.Client));
        if (request.ShakesHands)
        {
            EstablishedWithServer(slot, trusted);
            return;
        }

        _watch.Traces?.Leave(ref request, Now, trusted ? Cause.None : Cause.Certificate);
        if (request.Abandoned)
        {
            Pool.Release(slot);
        }
        else if (!trusted)
        {
            request.Failure = Cause.Certificate;
            _users.Answered(slot);
        }
        else
        {
            _browsers.TakeTicket(ref request, request.Address, request.Incarnation);
            _connections.Established(slot);
        }
    }

    /// <summary>The server's thread waits for the request, or learns that none will come.</summary>
    private void EstablishedWithServer(int slot, bool trusted)
    {
        ref var request = ref Pool[slot];
        var (number, attempt, born, given) = (request.Number, request.Attempt, request.Born, request.Abandoned);
        var users = _users.Classes[request.Class];
        if (given || !trusted)
        {
            request.Failure = given ? Cause.Timeout : Cause.Certificate;
            if (!given) _watch.Traces?.End(ref request, Now, Cause.Certificate, false);
            request.Abandoned = true;
        }
        else
        {
            _browsers.Open(ref request);
            request.Connected = true;
            var server = _servers.Fleet.HolderOf(ref request, request.At).Server;
            _browsers.TakeTicket(ref request, server.Index, server.Incarnation);
        }

        Kernel.Travel(slot, _ways.Lane(ref request), _handsShaken, 0);
        if (!given && !trusted) _users.AttemptFailed(users, number, attempt, born, Cause.Certificate);
    }

    /// <summary>A server that shook hands gets the request itself.</summary>
    private void HandsShaken(int slot)
    {
        ref var request = ref Pool[slot];
        request.ShakesHands = false;
        _watch.Traces?.Leave(ref request, Now, request.Failure);
        if (request.Failure == Cause.None) _servers.Cores.Begin(slot);
        else _servers.Leaving.Leave(slot);
    }
}
