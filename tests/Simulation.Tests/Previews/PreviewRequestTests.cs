using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Previews;
using static OpsGame.Simulation.Tests.Previews.Asking;

namespace OpsGame.Simulation.Tests.Previews;

/// <summary>What becomes of requests that are there is said before an action is taken.</summary>
public sealed class PreviewRequestTests
{
    private readonly Play _play = new Play(Entry.WithEverything() with
    {
        Sizes = [.. Entry.WithEverything().Sizes, new SizeSpec("other", 8, 16_384, 400_000_000)],
    }).Pass(10);

    public static TheoryData<string, string, string, InFlight> OnRequests => new()
    {
        { "restart-server", "web-1", "", InFlight.Cut },
        { "kill-process", "web-1", "", InFlight.Cut },
        { "restart-balancer", "balancer", "", InFlight.Cut },
        { "fail-over", "database", "", InFlight.Cut },
        { "switch-port", "web-3", "how=restart", InFlight.Cut },
        { "switch-port", "web-3", "how=reload", InFlight.Drained },
        { "stop-server", "web-1", "", InFlight.Drained },
        { "drain-server", "web-1", "", InFlight.Drained },
        { "move-server", "web-1", "rack=rack-b", InFlight.Drained },
        { "move-server", "web-1", "rack=rack-b graceful=false", InFlight.Cut },
        { "remove-server", "web-1", "", InFlight.Drained },
        { "detach", "balancer", "server=web-1", InFlight.Drained },
        { "reload", "web-1", "", InFlight.Drained },
        { "stop-port", "web-3", "", InFlight.Drained },
        { "start-rollout", "rollout", "version=v2", InFlight.Drained },
        { "start-rollout", "rollout", "version=v2 strategy=in-server how=restart", InFlight.Cut },
        { "start-server", "web-4", "", InFlight.Kept },
        { "set-ttl", "cache", "seconds=5", InFlight.Kept },
        { "renew-certificate", "certificate", "", InFlight.Kept },
    };

    [Theory]
    [MemberData(nameof(OnRequests))]
    public void APreviewSaysWhatHappensToRequestsInFlight(string action, string target, string given, InFlight inFlight)
    {
        _play.Do("stop-server", "web-4").Do("install-beside", "web-3", ("version", "v2")).Pass(40);

        Assert.Equal(inFlight, Preview.Of(_play.World, Asked(action, target, Args(given))).InFlight);
    }

    [Fact]
    public void ACutNamesTheRequestsItWouldLose()
    {
        var play = new Play(Estates.Whole());
        while (play.Outstanding("web-1") < 3) play.Pass(0.25);

        Assert.Equal(play.Telemetry("web-1").Outstanding, Preview.Of(play.World, Asked("restart-server", "web-1", [])).Requests);
        Assert.Equal(
            play.Outstanding("web-1"), Preview.Of(play.World, Asked("detach", "balancer", [("server", "web-1")])).Requests);
    }
}
