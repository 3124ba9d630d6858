using OpsGame.Server.Tests.Play;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Push;

/// <summary>Who reads slowly costs the server no more than others do, and costs the others nothing.</summary>
public sealed class SlowReaderTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Balanced = "balancer-health-checks";

    /// <summary>Read for every frame that is sent: a fraction of what lies on its way.</summary>
    private const int Sip = 1024;

    private const int Ticks = 400;

    [Fact]
    public async Task ASlowReaderGetsFullFramesInsteadOfEveryMissedOne()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(Balanced, "Grace", ["Red"]);
        await using var ada = await server.Connect();
        await ada.Join(instructor.Seat!.Code, "Ada");
        using var slow = await SlowClient.Connect(server.Address);
        await slow.Join(instructor.Seat.Code, "Sloth");
        await slow.AskForMuch();
        Assert.Null(await instructor.Order(nameof(IDrillHub.Speed), 8.0));
        Assert.Null(await instructor.Order(nameof(IDrillHub.Start)));
        for (var tick = 1; tick <= Ticks; tick++)
        {
            await ada.Sees(frame => frame.Tick >= tick);
            await slow.Read(Sip);
        }

        var (read, sent) = (slow.Frames.Count, ada.Frames.Count);
        Assert.Null(await instructor.Order(nameof(IDrillHub.Pause)));
        var last = await ada.Sees(frame => frame.Status == "paused");
        while (slow.Frames.LastOrDefault()?.Status != "paused") await slow.Read(64 * 1024);

        Assert.Equal(last.Tick, slow.Frames[^1].Tick);
        Assert.Contains(slow.Frames.Skip(read), frame => frame.Full);
        Assert.InRange(slow.Frames.Count - read, 0, sent / 2);
        Assert.True(slow.Frames.Count < ada.Frames.Count);
        Assert.All(Pairs(slow.Frames), pair => Assert.True(pair.Next.Full || pair.Next.Previous == pair.Before.Tick));
        Assert.All(Pairs(ada.Frames), pair => Assert.True(pair.Next.Full || pair.Next.Previous == pair.Before.Tick));
    }

    private static IEnumerable<(Frame Before, Frame Next)> Pairs(List<Frame> frames) => frames.Zip(frames.Skip(1));
}
