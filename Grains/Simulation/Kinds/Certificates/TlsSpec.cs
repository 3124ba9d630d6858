using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Certificates;

public enum TlsVersion
{
    /// <summary>Two round trips (RFC 5246), resumed one.</summary>
    Tls12,

    /// <summary>One round trip (RFC 8446), resumed one too: no request rides on the first flight.</summary>
    Tls13,
}

public enum TlsEnd
{
    /// <summary>The balancer, on cores of its own.</summary>
    Balancer,

    /// <summary>
    /// The server a user is connected to (through a balancer that passes TLS through: the one it chose for the connection).
    /// </summary>
    Server,
}

/// <summary>Users' connections are encrypted; whoever they end at pays for the handshakes.</summary>
/// <param name="Cores">Of the balancer for handshakes, 1–256; default 2.</param>
/// <param name="Full">CPU work of a full handshake; default 0.5 ms: 2 000 a second a core with ECDHE-ECDSA (NGINX sizing guide,
/// 2016); with RSA-2048 about 3 ms (NGINX SSL performance, 2014: 350 a second).</param>
/// <param name="Resumed">Of a resumed one, which has the key exchange but no signature; default 0.1 ms.</param>
/// <param name="TicketNs">How long after a handshake a session may be resumed; default 2 h (OpenSSL's for TLS). 0: never.</param>
/// <param name="SharedTickets">All ends know the tickets' key, and keep it over a restart; otherwise each draws its own as it
/// starts (nginx without ssl_session_ticket_key).</param>
/// <param name="HandshakeLimit">New connections a second the balancer takes, a second's worth at once (HAProxy's maxsslrate); the
/// rest is rejected before any work. 0: all.</param>
/// <param name="Backlog">Handshakes that may wait for one of the balancer's cores; beyond it a first packet is dropped and its
/// user hears nothing. 1–200 000; default 4 096 (Linux's net.core.somaxconn).</param>
public sealed record TlsSpec(
    TlsEnd End, TlsVersion Version, int Cores, WorkSpec Full, WorkSpec Resumed, long TicketNs,
    bool SharedTickets = false, int HandshakeLimit = 0, int Backlog = 4_096);
