using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>Browsers, with the connections they have open and the tickets by which they resume TLS sessions.</summary>
internal sealed class Browsers(
    EventQueue queue, UserStation users, Addresses addresses, DnsStation? dns, BalancerStation? balancer, Scenario scenario)
{
    private readonly ClientTable _clients = new(users.Clients);
    private readonly long _keepAliveNs = scenario.Network.KeepAliveNs;
    private readonly TlsSpec? _tls = scenario.Tls;

    public bool IsOpen(int index)
    {
        ref var client = ref _clients[index];
        return client.OpenUntil > queue.Now && client.Incarnation == addresses.IncarnationOf(client.Address)
            && (client.Pin < 0
                || (balancer!.Node[client.Pin] is { Serving: true } target
                    && target.Server.Incarnation == client.PinIncarnation));
    }

    /// <summary>It asks no name server: it remembers an address for ever.</summary>
    public bool Remembers(ref Request request)
    {
        if (request.Client < 0 || _clients[request.Client].Named == Address.None) return false;
        request.Address = _clients[request.Client].Named;
        return true;
    }

    /// <summary>A connection is made.</summary>
    public void Open(ref Request request)
    {
        ref var client = ref _clients[request.Client];
        client.Address = request.Address;
        client.Incarnation = request.Incarnation;
        client.Pin = request.ShakesHands && request.Address == Address.Balancer ? request.Pin : -1;
        client.PinIncarnation = client.Pin < 0 ? 0 : balancer!.Node[client.Pin].Server.Incarnation;
        client.OpenUntil = queue.Now + _keepAliveNs;
    }

    /// <summary>A request goes out over what is open.</summary>
    public void Use(ref Request request)
    {
        ref var client = ref _clients[request.Client];
        (request.Address, request.Pin) = (client.Address, client.Pin);
        request.Connected = true;
        client.OpenUntil = queue.Now + _keepAliveNs;
    }

    /// <summary>An answer came over a connection: it stays open from now on. None came in time: it is dead.</summary>
    public void KeepAlive(ref Request request)
    {
        ref var client = ref _clients[request.Client];
        if (!request.Connected || client.Address != request.Address) return;
        client.OpenUntil = request.Failure == Cause.Unreachable ? 0 : queue.Now + _keepAliveNs;
    }

    public bool MayResume(ref Request request, int end)
    {
        ref var client = ref _clients[request.Client];
        return client.TicketUntil > queue.Now
            && (_tls!.SharedTickets || (client.Issuer == end && client.IssuerIncarnation == addresses.IncarnationOf(end)));
    }

    public void TakeTicket(ref Request request, int issuer, int incarnation)
    {
        ref var client = ref _clients[request.Client];
        client.TicketUntil = queue.Now + _tls!.TicketNs;
        client.Issuer = issuer;
        client.IssuerIncarnation = incarnation;
    }

    /// <summary>
    /// The drill begins in the middle of a day: every browser last asked an exponential time ago (its share of the class's rate),
    /// so some have a connection open, some only a ticket.
    /// </summary>
    public void Warm(ulong seed)
    {
        var ages = new Draw(seed, Purpose.ClientAge, 0);
        foreach (var each in users.Classes)
        {
            var rate = each.Spec.RatePerSecond * users.TrafficFactor(0) / Math.Max(1, each.Spec.Clients);
            for (var index = 0; index < each.Spec.Clients; index++) Warm(each.FirstClient + index, each, rate, ages);
        }
    }

    private void Warm(int index, UserClass of, double rate, Draw ages)
    {
        ref var client = ref _clients[index];
        client.Pin = -1;
        client.Address = Address.None;
        client.Named = dns is not null && of.Browsers.IsNamedForever(index) ? dns.Remembered(index) : Address.None;
        var age = rate <= 0 ? double.PositiveInfinity : ages.Exponential((ulong)index) / rate * Nanoseconds.PerSecond;
        var remembers = _tls?.TicketNs ?? 0;
        if (age >= Math.Max(_keepAliveNs, remembers)) return;
        client.Address = client.Named != Address.None ? client.Named : dns?.Remembered(index) ?? addresses.Usual(of.Index);
        client.Issuer = client.Address;
        if (client.Address == Address.Balancer && _tls?.End == TlsEnd.Server)
        {
            client.Pin = balancer!.Node.Pick((ulong)index, 0);
            if (client.Pin < 0) return;
            client.Issuer = balancer.Node[client.Pin].Server.Index;
        }

        client.OpenUntil = Math.Max(0, _keepAliveNs - (long)Math.Min(age, _keepAliveNs));
        client.TicketUntil = Math.Max(0, remembers - (long)Math.Min(age, remembers));
    }
}
