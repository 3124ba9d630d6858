namespace OpsGame.Simulation.Engine.Entry;

/// <summary>One browser: the connection it has open and the TLS session it may resume.</summary>
internal struct Client
{
    /// <summary>Open until then, unless the other end lost it (its incarnation is another).</summary>
    public long OpenUntil;
    public long TicketUntil;
    public int Address;

    /// <summary>The address it keeps to for ever, having asked once; <see cref="Engine.Address.None"/>: it asks.</summary>
    public int Named;
    public int Incarnation;

    /// <summary>Behind a balancer that passes TLS through: the target the connection leads to, −1 none.</summary>
    public int Pin;
    public int PinIncarnation;

    /// <summary>Who can read the ticket.</summary>
    public int Issuer;
    public int IssuerIncarnation;
}

/// <summary>All browsers of an estate, one flat array.</summary>
internal sealed class ClientTable(int clients)
{
    private readonly Client[] _all = new Client[clients];

    public ref Client this[int client] => ref _all[client];

    public int Count => _all.Length;
}
