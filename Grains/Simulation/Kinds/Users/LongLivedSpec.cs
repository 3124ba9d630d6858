using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>
/// A connection that stays after the answer to the request that opened it (WebSocket, server-sent events, a gRPC stream): it
/// takes one of its process's places for connections, and no thread.
/// </summary>
/// <param name="Lasts">Until its user has had enough; 1 s – 24 h in the mean.</param>
/// <param name="ReconnectNs">Whoever was cut connects anew at a moment drawn evenly from so long, 0 – 600 s; default 0: at once.
/// </param>
/// <param name="HeartbeatNs">A server that died says nothing: its users notice after so long, 1 – 600 s; default 45 s
/// (Socket.IO: a ping every 25 s, answered within 20 s).</param>
public sealed record LongLivedSpec(
    WorkSpec Lasts, long ReconnectNs = 0, long HeartbeatNs = 45 * Nanoseconds.PerSecond);
