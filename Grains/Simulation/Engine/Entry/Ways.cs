using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Kinds.Certificates;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>Constant delays of the way between users and the ends of their connections, found once.</summary>
internal sealed class Ways
{
    private readonly int _edgeLane;
    private readonly int _internetLane;
    private readonly bool _isTls12;
    private readonly int[] _once;
    private readonly int[] _thrice;

    public Ways(EventQueue queue, LinkStation links, CacheStation? edge, TlsSpec? tls)
    {
        _internetLane = links.InternetLane;
        _edgeLane = edge?.UserLane ?? -1;
        _isTls12 = tls?.Version == TlsVersion.Tls12;
        long[] ways =
        [
            edge is null ? 0 : queue.DelayOf(_edgeLane), queue.DelayOf(_internetLane),
            queue.DelayOf(_internetLane) + queue.DelayOf(links.OtherRackLane),
        ];
        _once = [.. ways.Select(queue.LaneOf)];
        _thrice = [.. ways.Select(way => queue.LaneOf(3 * way))];
    }

    public int LaneTo(int address) => address == Address.Edge ? _edgeLane : _internetLane;

    public int Lane(ref Request request) => _once[WayOf(ref request)];

    /// <summary>
    /// From the end's answer to the moment the user may send: one way; a full handshake of TLS 1.2 needs the user's keys and the
    /// end's word that it has them before.
    /// </summary>
    public int FlightLane(ref Request request) => (_isTls12 && !request.Resumed ? _thrice : _once)[WayOf(ref request)];

    /// <summary>To the edge, to the entry, or through the balancer to a server.</summary>
    private static int WayOf(ref Request request) =>
        request.Address == Address.Edge ? 0 : request.ShakesHands && request.Address == Address.Balancer ? 2 : 1;
}
