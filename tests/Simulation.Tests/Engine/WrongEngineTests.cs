using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// The checks can fail: the very ones that the engine passes report a service rate 10 % off and a swapped discipline.
/// </summary>
public sealed class WrongEngineTests
{
    private const double TenPercentSlower = 1.1;

    [Theory]
    [InlineData(1, 0.5, 50)]
    [InlineData(1, 0.8, 150)]
    [InlineData(8, 0.8, 200)]
    public void AStationThatWorksTenPercentSlowerIsFound(int cores, double load, double batch)
    {
        Check Station(double error) => StationChecks.Queue(
            BatchMeans.Of(Estates.Station(1000 * cores * load, Estates.Exp(error), cores, cores), batch), "station/app", cores,
            1000 * cores * load, 1);

        Station(1).MustHold();
        MustNotice(Station(TenPercentSlower), "mean wait", "mean sojourn", "p99 of sojourn", "utilisation");
        MustNotice(Station(1 / TenPercentSlower), "mean wait", "mean sojourn", "p99 of sojourn", "utilisation");
    }

    [Theory]
    [InlineData(3, 10, 5)]
    [InlineData(6, 20, 5)]
    [InlineData(12, 20, 2)]
    public void ALockHeldTenPercentLongerIsFound(int threads, double thinkMs, double lockMs)
    {
        Check Threads(double error) => StationChecks.Repairman(
            BatchMeans.Of(Estates.Repairman(threads, thinkMs, lockMs * error), 200), "db-1/db", 100, threads, thinkMs, lockMs);

        Threads(1).MustHold();
        MustNotice(Threads(TenPercentSlower), "throughput");
    }

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.7, 80)]
    [InlineData(0.8, 120)]
    public void ABalancerWithTheWrongAlgorithmIsFound(double load, double batch)
    {
        Check InTurn(Algorithm dealt) =>
            StationChecks.DealtInTurn(BatchMeans.Of(Estates.Farm(10, dealt, load), batch), 10, load, 1);
        Check LooksAtAll(Algorithm dealt) =>
            StationChecks.Looking(BatchMeans.Of(Estates.Farm(3, dealt, load), batch), 3, 3, load);

        InTurn(Algorithm.RoundRobin).MustHold();
        MustNotice(InTurn(Algorithm.Random), "mean sojourn", "p99 of sojourn");
        MustNotice(InTurn(Algorithm.TwoChoices), "mean sojourn", "p99 of sojourn");
        LooksAtAll(Algorithm.LeastOutstanding).MustHold();
        MustNotice(LooksAtAll(Algorithm.TwoChoices), "mean sojourn");
    }

    /// <summary>Who is served last in, first out, or at random waits as long in the mean: only the tail tells.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(700)]
    [InlineData(800)]
    public void AnotherOrderOfServiceIsFoundByItsTail(double rate)
    {
        Check Served(Order order) => StationChecks.Queue(OneServer(order, rate, batch: 200_000), "station/app", 1, rate, 1);

        Served(Order.FirstComeFirstServed).MustHold();
        foreach (var wrong in new[] { Order.LastComeFirstServed, Order.Random })
        {
            var check = Served(wrong);
            MustNotice(check, "p99 of sojourn");
            Assert.DoesNotContain(check.Wrong, line => line.StartsWith("mean", StringComparison.Ordinal));
        }
    }

    private static void MustNotice(Check check, params string[] figures) =>
        Assert.All(figures,
            figure => Assert.Contains(check.Wrong, line => line.StartsWith(figure + ":", StringComparison.Ordinal)));

    public enum Order
    {
        FirstComeFirstServed,
        LastComeFirstServed,
        Random,
    }

    /// <summary>An M/M/1 of twenty lines (work 1 ms) with a discipline of its own, measured by the engine's meters.</summary>
    private static BatchMeans OneServer(Order order, double rate, int batch)
    {
        var luck = new Random(1);
        var waiting = new List<long>();
        var meter = new StationMeter("station/app");
        long now = 0, next = 0, worked = 0;

        Batch();
        return new BatchMeans(Enumerable.Range(0, 30).Select(_ => Batch()));

        RunReport Batch()
        {
            meter.Reset(now);
            worked = 0;
            for (var served = 0; served < batch; served++)
            {
                if (waiting.Count == 0) Arrive(now = next);
                var index = order switch
                {
                    Order.FirstComeFirstServed => 0,
                    Order.LastComeFirstServed => waiting.Count - 1,
                    _ => luck.Next(waiting.Count),
                };
                var (came, start) = (waiting[index], now);
                waiting.RemoveAt(index);
                meter.Start(start);
                now = start + Exponential(1e6);
                while (next < now) Arrive(next);
                worked += now - start;
                meter.Leave(now, came, start, true, Cause.None);
            }

            return new RunReport([], [meter.Report(now, 1, worked)]);
        }

        void Arrive(long at)
        {
            waiting.Add(at);
            meter.Arrive();
            meter.Enter(at);
            next = at + Exponential(1e9 / rate);
        }

        long Exponential(double mean) => (long)(-mean * Math.Log(1 - luck.NextDouble()));
    }
}
