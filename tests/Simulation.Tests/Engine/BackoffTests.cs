using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// Full jitter (Brooker, Exponential Backoff And Jitter, AWS 2015): the wait before attempt n + 2 is even on
/// 0..min(most, base × factor^n).
/// </summary>
public sealed class BackoffTests
{
    private static readonly Backoff Full = new(Estates.Seconds(1), Backoff.Full, 2, Estates.Seconds(5));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(10, 5)]
    public void TheWaitGrowsToItsCap(int attempt, double most)
    {
        var steady = Full with { Jitter = 0 };

        Assert.Equal(Estates.Seconds(most), steady.Before(attempt, 0.7));
        Assert.Equal(Estates.Seconds(most / 4), Full.Before(attempt, 0.25));
        Assert.Equal(0, Full.Before(attempt, 0));
        Assert.Equal(Estates.Seconds(most * 1.1), (Full with { Jitter = 0.2 }).Before(attempt, 0.75), 1.0);
    }

    [Fact]
    public void WithoutAFactorEveryWaitIsTheSame()
    {
        var backoff = new RetrySpec(3, Estates.Seconds(0.5), 0.5).Backoff;

        Assert.All([2, 3, 4], attempt => Assert.Equal(Estates.Seconds(0.5), backoff.Before(attempt, 0.5)));
        Assert.Equal(Estates.Seconds(0.25), backoff.Before(2, 0));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    public void UsersWaitEvenlyFromNothingToTheWholeOfIt(int attempt, double most)
    {
        // who leaves after 1 ms, of work of a minute, tries again after his backoff and not a nanosecond later
        var waits = Waits().Where(wait => wait.Attempt == attempt).Select(wait => wait.Ns / 1e9 / most).Order().ToArray();

        Assert.True(waits.Length > 500);
        Assert.InRange(waits[^1], 0.99, 1);
        // Kolmogorov and Smirnov: the greatest distance from the even distribution, at 99.9 %
        var distance = waits.Select((wait, at) =>
            Math.Max(Math.Abs((at + 1.0) / waits.Length - wait), Math.Abs(wait - (double)at / waits.Length))).Max();
        Assert.InRange(distance, 0, 1.95 / Math.Sqrt(waits.Length));
    }

    private static List<(int Attempt, long Ns)> Waits()
    {
        var station = Estates.Station(5, Estates.Fixed(60_000), cores: 2, threads: 1, queue: 0, patienceNs: 1_000_000);
        var users = station.Classes[0] with
        {
            Retry = new RetrySpec(5, Estates.Seconds(1), Backoff.Full, Factor: 2, MostNs: Estates.Seconds(5)),
        };
        var play = new Play(station with { Classes = [users] }, traces: true).Pass(600);
        var byRequest = play.Traces.ToDictionary(trace => (trace.Number, trace.Attempt));
        return
        [
            .. from trace in byRequest.Values
               where byRequest.ContainsKey((trace.Number, trace.Attempt - 1))
               select (trace.Attempt, trace.StartNs - byRequest[(trace.Number, trace.Attempt - 1)].EndNs),
        ];
    }

    [Fact]
    public void AnOperatorSpreadsTheRetriesAndTakesItBack()
    {
        var station = Estates.Station(5, Estates.Fixed(1), retry: new RetrySpec(3, Estates.Seconds(0.5), 0));
        var play = new Play(station).Pass(1);

        var outcome = play.Does("set-backoff", "users", ("backoff", "1"), ("factor", "2"), ("cap", "20"), ("spread", "full"));

        Assert.Equal("backoff-set-full", outcome.Code);
        Assert.Equal(("0.5", "1", "0", "none"), (
            outcome.Undo!.Args["backoff"], outcome.Undo.Args["factor"], outcome.Undo.Args["cap"], outcome.Undo.Args["spread"]));
        Assert.Equal("backoff-set", play.TakesBack(outcome, outcome.Undo).Code);
    }
}
