using OpsGame.Simulation.Kinds.Queues;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 31. A dependency was down, and what failed meanwhile are dead letters. Brought back all at once they stand before
/// everything that comes.
/// </summary>
public sealed class RedriveStormTests
{
    private const double Rate = 30;

    [Fact]
    public void AllAtOnceTheyMakeEveryNewJobLate()
    {
        var play = Dead().Do("redrive-queue", "queue", ("rate", "0")).Pass(30);

        Assert.True(play.Watch(40).DoneInTime(Rate) < 0.1);
    }

    [Fact]
    public void LittleByLittleNobodyNoticesThem()
    {
        var play = Dead().Do("redrive-queue", "queue", ("rate", "8")).Pass(30);

        Assert.True(play.Watch(60).DoneInTime(Rate) > 0.95);
        Assert.Equal(0, play.Pass(500).Queue().Dead);
    }

    [Fact]
    public void MoreWebServersDoNotHelpAgainstTheStorm() =>
        Assert.True(Dead().Do("redrive-queue", "queue", ("rate", "0")).Buy(2).Watch(20).DoneInTime(Rate) < 0.1);

    [Fact]
    public void LeftAloneTheyHurtNobody()
    {
        var play = Dead();
        Assert.True(play.Watch(60).DoneInTime(Rate) > 0.95, $"{play.Queue()}");
    }

    /// <summary>The jobs' database is away for two minutes, and two tries are soon over; then all is well for some.</summary>
    private static Play Dead()
    {
        var mill = Mill.Of(Rate, queue: new QueueSpec("queue", Tries: 2))
            .Asked(users => users.IsJob ? users : users with { Db = null });
        mill = mill with { Operations = mill.Operations with { RestartNs = Estates.Seconds(120) } };
        return new Play(mill).Pass(20).Fault("server-crash", "db-1", seconds: 1).Pass(420);
    }
}
