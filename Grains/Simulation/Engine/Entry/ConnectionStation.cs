using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>From the user to the entry: the name's address, a connection to it, and the request over what is open.</summary>
internal sealed class ConnectionStation : Station
{
    private readonly WatchStation _watch;
    private readonly UserClass[] _classes;
    private readonly LinkStation _links;
    private readonly List<ServerNode> _servers;
    private readonly Addresses _addresses;
    private readonly DnsStation? _dns;
    private readonly Browsers _browsers;
    private readonly Knocking _knocking;
    private readonly Ways _ways;
    private readonly bool _hasEdge;
    private readonly bool _encrypts;
    private readonly int _connectTimeoutLane;
    private readonly StepKind _reachDoor;
    private readonly StepKind _connected;

    public ConnectionStation(
        Kernel kernel, WatchStation watch, UserStation users, LinkStation links, ServerStation servers, Addresses addresses,
        DnsStation? dns, Browsers browsers, Knocking knocking, Ways ways, Scenario scenario)
        : base(kernel)
    {
        (_watch, _classes, _links, _servers) = (watch, users.Classes, links, servers.Fleet.Servers);
        (_addresses, _dns, _browsers, _knocking, _ways) = (addresses, dns, browsers, knocking, ways);
        (_hasEdge, _encrypts) = (scenario.Edge is not null, scenario.Tls is not null);
        _connectTimeoutLane = Queue.LaneOf(LinkStation.ConnectTimeoutNs);
        (_reachDoor, _connected) = (NewStep(), NewStep());
        kernel.Takes(this, StepKind.Approach, StepKind.Named, StepKind.CameOver);
        users.Approaches = users.Clients > 0 || dns is not null || _hasEdge;
    }

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == StepKind.Approach) Approach(slot);
        else if (kind == StepKind.Named) Named(slot);
        else if (kind == StepKind.CameOver) _browsers.KeepAlive(ref Pool[slot]);
        else if (kind == _reachDoor) ReachDoor(slot);
        else Connected(slot);
    }

    /// <summary>The connection may be used: the user's first request goes out on it.</summary>
    public void Established(int slot)
    {
        _browsers.Open(ref Pool[slot]);
        SendOver(slot);
    }

    private void Approach(int slot)
    {
        ref var request = ref Pool[slot];
        request.Client = _classes[request.Class].Browsers.Of(request.User);
        var another = _classes[request.Class].Spec.LongLived is not null;
        if (request.Client < 0 ? _dns is null : !another && _browsers.IsOpen(request.Client)) SendOver(slot);
        else if (_dns is not null && !_browsers.Remembers(ref request)) Resolve(slot, _dns);
        else if (_dns is not null) Connect(slot);
        else ConnectAsUsual(slot);
    }

    private void Resolve(int slot, DnsStation dns)
    {
        if (dns.Resolve(slot)) Named(slot);
    }

    private void ConnectAsUsual(int slot)
    {
        ref var request = ref Pool[slot];
        request.Address = _addresses.Usual(request.Class);
        Connect(slot);
    }

    private void Named(int slot)
    {
        ref var request = ref Pool[slot];
        if (request.Abandoned) Pool.Release(slot);
        else if (request.Client < 0) SendOver(slot);
        else Connect(slot);
    }

    private void Connect(int slot)
    {
        ref var request = ref Pool[slot];
        _watch.Traces?.Enter(ref request, "connect", null, Now);
        Kernel.Travel(slot, _ways.LaneTo(request.Address), _reachDoor, 0);
    }

    /// <summary>The first packet of a connection arrives.</summary>
    private void ReachDoor(int slot)
    {
        ref var request = ref Pool[slot];
        var refused = _knocking.Refuses(ref request);
        switch (refused)
        {
            case Cause.None:
                request.Incarnation = _addresses.IncarnationOf(request.Address);
                Kernel.Travel(slot, _ways.LaneTo(request.Address), _connected, 0);
                break;
            case Cause.Unreachable:
                Kernel.Travel(slot, _connectTimeoutLane, StepKind.ConnectTimeout, Request.AtUser);
                break;
            default:
                _watch.Traces?.Leave(ref request, Now, refused);
                request.Failure = refused;
                Kernel.Travel(slot, _ways.LaneTo(request.Address), StepKind.Answered, Request.AtUser);
                break;
        }
    }

    /// <summary>TCP's handshake is back at the user.</summary>
    private void Connected(int slot)
    {
        ref var request = ref Pool[slot];
        _watch.Traces?.Leave(ref request, Now, Cause.None);
        if (request.Abandoned)
        {
            Pool.Release(slot);
        }
        else if (_encrypts)
        {
            if (!_knocking.EndsAtServer(request.Address)) _watch.Traces?.Enter(ref request, "tls", null, Now);
            Kernel.Travel(slot, _ways.LaneTo(request.Address), StepKind.ReachHello, 0);
        }
        else
        {
            Established(slot);
        }
    }

    private void SendOver(int slot)
    {
        ref var request = ref Pool[slot];
        if (request.Client >= 0) _browsers.Use(ref request);
        if (request.Address >= 0) SendToServer(slot);
        else if (request.Address == Address.Edge || (request.Address == Address.None && _hasEdge))
            Kernel.Travel(slot, _ways.LaneTo(Address.Edge), StepKind.ReachEdge, 0);
        else Kernel.Travel(slot, _links.InternetLane, StepKind.ReachEntry, 0);
    }

    private void SendToServer(int slot)
    {
        ref var request = ref Pool[slot];
        var role = _servers[request.Address].Roles[(int)_addresses.RoleOf(request.Class)];
        // where nothing listens for this kind of request the door says so
        if (role is null) Kernel.Travel(slot, _links.InternetLane, _reachDoor, 0);
        else Kernel.Travel(slot, _links.InternetLane, StepKind.ReachRole, role.Index);
    }
}
