using CsCheck;
using OpsGame.Simulation.Engine;

namespace OpsGame.Simulation.Tests.Engine;

public sealed class EventQueueTests
{
    private const StepKind Step = (StepKind)1;
    private const StepKind Timer = (StepKind)200;
    private static readonly long[] Delays = [0, 3, 3, 7, 7, 20, 1000];

    /// <summary>What somebody does: schedules a step or a timer of a request's life, ends a life, or lets time pass.</summary>
    private static readonly Gen<(int Act, int Slot, int Delay)> AnyAct = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 7], Gen.Int[0, 6]);

    [Fact]
    public void Events_come_in_the_order_of_time_and_then_of_scheduling_and_only_timers_of_ended_lives_are_left_out() =>
        AnyAct.List[1, 400].Sample(acts => Check(acts), iter: 300);

    private static void Check(List<(int Act, int Slot, int Delay)> acts)
    {
        var pool = new RequestPool();
        for (var slot = 0; slot < 8; slot++) pool.Take();
        var queue = new EventQueue(pool);
        queue.EndsWithLife(Timer);
        var lanes = Delays.Select(queue.LaneOf).ToArray();
        var expected = new List<(long Time, long Order, int Slot, int Life, bool Timed)>();
        foreach (var (act, slot, delay) in acts)
        {
            var (timed, life) = (act == 2, pool[slot].Life);
            if (act <= 2) expected.Add((queue.Now + Delays[delay], queue.Sequence, slot, life, timed));
            if (act == 0) queue.At(queue.Now + Delays[delay], Step, slot, life, 0);
            else if (act <= 2) queue.AfterLane(lanes[delay], timed ? Timer : Step, slot, life, 0);
            else if (act == 3) pool[slot].Life++;
            else Take();
        }

        while (expected.Count > 0) Take();
        Assert.False(queue.TryTake(long.MaxValue, out _));

        void Take()
        {
            // timers of lives that are over may come or not: whoever they are for does nothing
            while (queue.TryTake(long.MaxValue, out var next))
            {
                Assert.Equal(next.Time, queue.Now);
                expected.Sort();
                expected.RemoveAll(each => IsOver(each) && (each.Time, each.Order).CompareTo((next.Time, next.Sequence)) < 0);
                Assert.Equal((expected[0].Time, expected[0].Order, expected[0].Slot), (next.Time, next.Sequence, next.Slot));
                var over = IsOver(expected[0]);
                expected.RemoveAt(0);
                if (!over) return;
            }

            expected.RemoveAll(IsOver);
            Assert.Empty(expected);
        }

        bool IsOver((long Time, long Order, int Slot, int Life, bool Timed) each) =>
            each.Timed && pool[each.Slot].Life != each.Life;
    }
}
