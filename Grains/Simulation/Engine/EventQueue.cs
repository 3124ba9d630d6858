using System.Numerics;
using System.Runtime.Intrinsics;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// The future, ordered by (time, sequence): <see cref="Lane"/>s for constant delays, and a four-ary heap for all others. Which
/// lane comes first is looked for among all of them at once: there are few, and no branch has to be guessed.
/// </summary>
internal sealed class EventQueue
{
    /// <summary>Delays that people change get a lane while there are fewer; then they go through the heap.</summary>
    private const int MostLanes = 96;

    private const int Most = 128;

    private readonly Lane[] _lanes = new Lane[Most];

    /// <summary>When the first event of each lane is due; long.MaxValue: it has none.</summary>
    private readonly long[] _due = new long[Most];
    private int _opened;

    /// <summary>The lane with the earliest event of all lanes, if any has one.</summary>
    private int _first;
    private Event[] _heap = new Event[256];
    private int _count;

    public EventQueue() => Array.Fill(_due, long.MaxValue);

    public long Now { get; private set; }

    /// <summary>Events scheduled ever; part of the state hash.</summary>
    public long Sequence { get; private set; }

    /// <summary>The lane of a delay, opened when it is first asked for.</summary>
    public int LaneOf(long delayNs)
    {
        for (var lane = 0; lane < _opened; lane++)
            if (_lanes[lane].DelayNs == delayNs) return lane;
        if (_opened == _lanes.Length) throw new InvalidOperationException("too many constant delays");
        _lanes[_opened] = new Lane(delayNs);
        return _opened++;
    }

    public WaitLimit LimitOf(long ns) => new(ns, ns > 0 && _opened < MostLanes ? LaneOf(ns) : -1);

    /// <summary>When the limit is over, if it has an end.</summary>
    public void AtLimit(WaitLimit limit, StepKind kind, int slot, int epoch)
    {
        if (limit.Lane >= 0) AfterLane(limit.Lane, kind, slot, epoch, 0);
        else if (limit.Ns > 0) At(Now + limit.Ns, kind, slot, epoch, 0);
    }

    public long DelayOf(int lane) => _lanes[lane].DelayNs;

    public void At(long time, StepKind kind, int slot, int epoch, int arg) =>
        Push(new Event { Time = time, Sequence = Sequence++, Slot = slot, Epoch = epoch, Arg = arg, Kind = kind });

    public void AfterLane(int lane, StepKind kind, int slot, int epoch, int arg)
    {
        var to = _lanes[lane];
        var item = new Event
        {
            Time = Now + to.DelayNs, Sequence = Sequence++, Slot = slot, Epoch = epoch, Arg = arg, Kind = kind,
        };
        to.Add(item);
        if (to.Count > 1) return;
        _due[lane] = item.Time;
        // at the same time the others were scheduled before
        if (item.Time < _due[_first]) _first = lane;
    }

    /// <summary>Takes the next event that is due at or before a time; the clock moves to it.</summary>
    public bool TryTake(long until, out Event next)
    {
        var due = _due[_first];
        if (_count > 0 && (_heap[0].Time < due || (_heap[0].Time == due && _heap[0].Before(_lanes[_first].First))))
        {
            next = _heap[0];
            if (next.Time > until) return false;
            _count--;
            if (_count > 0) SiftDown(_heap[_count]);
        }
        else
        {
            if (due > until || due == long.MaxValue)
            {
                next = default;
                return false;
            }

            var lane = _lanes[_first];
            next = lane.First;
            lane.RemoveFirst();
            _due[_first] = lane.Count > 0 ? lane.First.Time : long.MaxValue;
            FindFirst();
        }

        Now = next.Time;
        return true;
    }

    public void AdvanceTo(long time) => Now = time;

    private void FindFirst()
    {
        ReadOnlySpan<long> due = _due;
        var least = Vector256.Create(due);
        for (var lane = Vector256<long>.Count; lane < _opened; lane += Vector256<long>.Count)
            least = Vector256.Min(least, Vector256.Create(due[lane..]));
        var halves = Vector128.Min(least.GetLower(), least.GetUpper());
        var time = Vector256.Create(Math.Min(halves[0], halves[1]));
        var first = -1;
        for (var lane = 0; lane < _opened; lane += Vector256<long>.Count)
        {
            var bits = Vector256.Equals(Vector256.Create(due[lane..]), time).ExtractMostSignificantBits();
            for (; bits != 0; bits &= bits - 1)
            {
                var found = lane + BitOperations.TrailingZeroCount(bits);
                if (first < 0 || (time[0] < long.MaxValue && _lanes[found].First.Before(_lanes[first].First))) first = found;
            }
        }

        _first = Math.Max(0, first);
    }

    private void Push(in Event item)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _heap.Length * 2);
        var at = _count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (!item.Before(_heap[parent])) break;
            _heap[at] = _heap[parent];
            at = parent;
        }

        _heap[at] = item;
    }

    /// <param name="item">Behind the heap's end: nothing here writes over it.</param>
    private void SiftDown(in Event item)
    {
        var heap = _heap;
        var count = _count;
        var at = 0;
        while (true)
        {
            var best = (at << 2) + 1;
            if (best >= count) break;
            var end = Math.Min(best + 4, count);
            ref var least = ref heap[best];
            for (var other = best + 1; other < end; other++)
            {
                ref var candidate = ref heap[other];
                if (!candidate.Before(least)) continue;
                best = other;
                least = ref candidate;
            }

            if (!least.Before(item)) break;
            heap[at] = least;
            at = best;
        }

        heap[at] = item;
    }
}
