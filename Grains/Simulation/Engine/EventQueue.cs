namespace OpsGame.Simulation.Engine;

/// <summary>The future: a four-ary heap ordered by (time, sequence), fed by <see cref="Lane"/>s for constant delays.</summary>
internal sealed class EventQueue
{
    /// <summary>Delays that people change get a lane while there are fewer; then they go through the heap.</summary>
    private const int MostLanes = 96;

    private readonly Lane[] _lanes = new Lane[sbyte.MaxValue];
    private int _opened;
    private Event[] _heap = new Event[256];
    private int _count;

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
        Push(new Event { Time = time, Sequence = Sequence++, Slot = slot, Epoch = epoch, Arg = arg, Kind = kind, Lane = -1 });

    public void AfterLane(int lane, StepKind kind, int slot, int epoch, int arg)
    {
        var to = _lanes[lane];
        var item = new Event
        {
            Time = Now + to.DelayNs, Sequence = Sequence++, Slot = slot, Epoch = epoch, Arg = arg, Kind = kind,
            Lane = (sbyte)lane,
        };
        to.Add(item);
        if (to.Count == 1) Push(item);
    }

    /// <summary>Takes the next event that is due at or before a time; the clock moves to it.</summary>
    public bool TryTake(long until, out Event next)
    {
        if (_count == 0 || _heap[0].Time > until)
        {
            next = default;
            return false;
        }

        next = _heap[0];
        Now = next.Time;
        if (next.Lane >= 0)
        {
            var lane = _lanes[next.Lane];
            lane.RemoveFirst();
            if (lane.Count > 0) SiftDown(lane.First);
            else RemoveTop();
        }
        else
        {
            RemoveTop();
        }

        return true;
    }

    public void AdvanceTo(long time) => Now = time;

    private void RemoveTop()
    {
        _count--;
        if (_count > 0) SiftDown(_heap[_count]);
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

    /// <param name="item">In a lane's ring, or behind the heap's end: nothing here writes over it.</param>
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
