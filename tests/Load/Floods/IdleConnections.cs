using System.Net.Sockets;

namespace OpsGame.Load.Floods;

/// <summary>TCP connections on which nothing is ever said.</summary>
internal sealed class IdleConnections : Flood
{
    private const int Connections = 2_000;

    public override string Name => "idle TCP connections";

    protected override Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel) => Many(Connections, tally, async _ =>
    {
        tally.Try();
        using var socket = await RawClient.Dial(plan, cancel);
        tally.Answer(null);
        if (await socket.ReceiveAsync(new byte[1], cancel) == 0) throw new SocketException((int)SocketError.ConnectionReset);
    }, cancel);
}
