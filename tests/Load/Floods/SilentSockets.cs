namespace OpsGame.Load.Floods;

/// <summary>Websockets that fall silent, half of them before they have said which protocol they speak.</summary>
internal sealed class SilentSockets : Flood
{
    private const int Sockets = 500;

    public override string Name => "silent websockets";

    protected override Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel) => Many(Sockets, tally, async number =>
    {
        tally.Try();
        using var client = await RawClient.Connect(plan, handshake: number % 2 == 0, cancel);
        tally.Answer(null);
        while (await client.Sip(1024, cancel))
        {
            // pings of the server, which nobody answers
        }

        tally.Close();
    }, cancel);
}
