using System.Numerics;
using System.Runtime.Intrinsics;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// The future, ordered by (time, sequence): <see cref="Lane"/>s for constant delays, and a four-ary heap for all others. Which
/// lane comes first is looked for among all of them at once: there are few, and no branch has to be guessed.
/// </summary>
internal sealed class EventQueue
{
    /// <summary>Limits of waits get a lane while there are fewer, then they go through the heap: the rest is for hops.</summary>
    private const int MostLanes = 40;

    private const int Most = 64;

    private readonly Lane[] _lanes = new Lane[Most];

    /// <summary>When the first event of each lane is due; long.MaxValue: it has none.</summary>
    private readonly long[] _due = [.. Enumerable.Repeat(long.MaxValue, Most)];

    /// <summary>Kinds of events that are stale when the slot has another user (<see cref="Request.Life"/>).</summary>
    private readonly bool[] _ofLives = new bool[byte.MaxValue + 1];
    private readonly RequestPool _pool;
    private readonly Predicate<Event> _isStale;
    private int _opened;

    /// <summary>The lane with the earliest event of all lanes, if any has one.</summary>
    private int _first;
    private Event[] _heap = new Event[256];
    private int _count;

    /// <param name="pool">Timers of requests that are over are dropped when they come first in their lane.</param>
    public EventQueue(RequestPool pool) => (_pool, _isStale) = (pool, item => IsStale(in item));

    public long Now { get; private set; }

    /// <summary>Events scheduled ever; part of the state hash.</summary>
    public long Sequence { get; private set; }

    /// <summary>From now on events of this kind carry a request's life, and nobody misses them once it is over.</summary>
    public void EndsWithLife(StepKind kind) => _ofLives[(int)kind] = true;

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

    public void At(long time, StepKind kind, int slot, int epoch, int arg)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _heap.Length * 2);
        var heap = _heap;
        var at = _count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            // at the same time the others were scheduled before
            if (time >= heap[parent].Time) break;
            heap[at] = heap[parent];
            at = parent;
        }

        ref var item = ref heap[at];
        (item.Time, item.Sequence, item.Slot, item.Epoch, item.Arg, item.Kind) = (time, Sequence++, slot, epoch, arg, kind);
    }

    public void AfterLane(int lane, StepKind kind, int slot, int epoch, int arg)
    {
        ref var to = ref _lanes[lane];
        var item = new Event
        {
            Time = Now + to.DelayNs, Sequence = Sequence++, Slot = slot, Epoch = epoch, Arg = arg, Kind = kind,
        };
        if (to.IsFull) to.MakeRoom(_isStale);
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

            next = _lanes[_first].First;
            RemoveFirst();
        }

        Now = next.Time;
        return true;
    }

    public void AdvanceTo(long time) => Now = time;

    /// <summary>
    /// The first lane's first event is out; which lane is first now. What is due in that lane is written last: a wide read waits
    /// for a narrow write just before it.
    /// </summary>
    private void RemoveFirst()
    {
        ref var lane = ref _lanes[_first];
        lane.RemoveFirst();
        while (lane.Count > 0 && IsStale(in lane.First)) lane.RemoveFirst();
        var due = lane.Count > 0 ? lane.First.Time : long.MaxValue;
        ref var first = ref _due[_first];
        _first = Earliest(_first, due);
        first = due;
    }

    private bool IsStale(in Event item) => _ofLives[(int)item.Kind] && _pool[item.Slot].Life != item.Epoch;

    /// <summary>The lane whose first event comes first.</summary>
    /// <param name="changed">What is due in this lane is not written down yet.</param>
    private int Earliest(int changed, long due)
    {
        ReadOnlySpan<long> dues = _due;
        var (now, place) = (Vector512.Create(due), Vector512.Create((long)changed));
        var least = now;
        for (var lane = 0; lane < _opened; lane += Vector512<long>.Count)
            least = Vector512.Min(least, Present(dues, lane, place, now));
        var half = Vector256.Min(least.GetLower(), least.GetUpper());
        var halves = Vector128.Min(half.GetLower(), half.GetUpper());
        var time = Math.Min(halves[0], halves[1]);
        if (time == long.MaxValue) return 0;
        least = Vector512.Create(time);
        ulong at = 0;
        for (var lane = 0; lane < _opened; lane += Vector512<long>.Count)
            at |= (ulong)Vector512.Equals(Present(dues, lane, place, now), least).ExtractMostSignificantBits() << lane;
        var first = BitOperations.TrailingZeroCount(at);
        // at the same time the one that was scheduled before
        for (at &= at - 1; at != 0; at &= at - 1)
        {
            var other = BitOperations.TrailingZeroCount(at);
            if (_lanes[other].First.Before(_lanes[first].First)) first = other;
        }

        return first;
    }

    /// <summary>When four lanes are due, one of them perhaps changed.</summary>
    private static Vector512<long> Present(ReadOnlySpan<long> dues, int lane, Vector512<long> changed, Vector512<long> due)
    {
        var places = Vector512.Create((long)lane) + Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7);
        return Vector512.ConditionalSelect(Vector512.Equals(places, changed), due, Vector512.Create(dues[lane..]));
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
