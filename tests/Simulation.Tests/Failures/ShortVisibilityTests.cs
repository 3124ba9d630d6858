using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 27. The visibility timeout is shorter than the work: what one worker still does, another begins, and the load grows by
/// what is done twice.
/// </summary>
public sealed class ShortVisibilityTests
{
    private const double Rate = 13;

    [Fact]
    public void JobsAreDoneTwiceAndThePlentyOfWorkersIsNotEnough()
    {
        var play = Short();
        var seen = play.Watch(60);

        Assert.True(seen.SumOf(queue => queue.DoneTwice) > 60);
        Assert.True(seen.DoneInTime(Rate) < 0.3, $"{seen.DoneInTime(Rate)}");
        Assert.True(seen.Cpu("worker-1") > 0.99);
    }

    [Fact]
    public void ALongerTimeoutEndsIt()
    {
        var play = Short().Do("set-visibility", "queue", ("visibility", "120")).Pass(720);

        var seen = play.Watch(60);
        Assert.Equal(0, seen.FailedOf("jobs"));
        Assert.True(seen.DoneInTime(Rate) > 0.95);
    }

    [Fact]
    public void OneMoreWorkerDoesNot() => Assert.True(Short().BuyWorkers(1).Pass(60).Watch(60).DoneInTime(Rate) < 0.5);

    [Fact]
    public void WithTimeEnoughNothingIsDoneTwice()
    {
        var play = new Play(Wide(Spec(visibility: 30))).Pass(60);

        Assert.Equal(0, play.Watch(60).FailedOf("jobs"));
        Assert.Equal(0, play.Queue().DoneTwice);
    }

    /// <summary>A job takes 250 ms, more than half of them longer than the timeout.</summary>
    private static Play Short() => new Play(Wide(Spec(visibility: 0.15))).Pass(150);

    private static QueueSpec Spec(double visibility) => new("queue", VisibilityNs: Estates.Seconds(visibility), Tries: 10);

    /// <summary>So many threads that who waits for a core has been given up by the queue.</summary>
    private static Scenario Wide(QueueSpec queue) => Mill.Of(Rate, workers: 2, queue)
        .Working(jobs => jobs with { App = Estates.Exp(250), OnceOnly = true })
        .Built(server => server with
        {
            Roles = [.. server.Roles.Select(role => role.Role == Role.Worker ? role with { Threads = 400 } : role)],
        });
}
