using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>The browsers of a class: which one a request comes from, and how some differ from the others.</summary>
internal sealed class Browsing(ClassSpec spec, ulong seed, int index, int first)
{
    private readonly Draw _clients = new(seed, Purpose.Client, (ulong)index);
    private readonly Draw _handshakes = new(seed, Purpose.Handshake, (ulong)index);
    private readonly Draw _named = new(seed, Purpose.NamedForever, (ulong)index);
    private readonly Draw _trusting = new(seed, Purpose.OldTrust, (ulong)index);

    /// <summary>The browser of request n; −1: the class has none.</summary>
    public int Of(long number) => spec.Clients == 0 ? -1 : first + (int)(_clients.Unit((ulong)number) * spec.Clients);

    public double HandshakeLuck(ulong luck) => _handshakes.Unit(luck);

    /// <summary>It asked for the address once, and never does again.</summary>
    public bool IsNamedForever(int client) =>
        spec.DnsCachedForever > 0 && _named.Unit((ulong)(client - first)) < spec.DnsCachedForever;

    /// <summary>It knows no root certificate that is younger than itself.</summary>
    public bool HasOldTrust(int client) =>
        spec.OldTrustStore > 0 && client >= 0 && _trusting.Unit((ulong)(client - first)) < spec.OldTrustStore;
}
