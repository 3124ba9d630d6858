namespace OpsGame.Simulation.Engine;

/// <summary>The future: a four-ary heap ordered by (time, sequence), fed by <see cref="Lane"/>s for constant delays.</summary>
internal sealed class EventQueue
{
    private readonly List<Lane> lanes = [];
    private Event[] heap = new Event[256];
    private int count;

    public long Now { get; private set; }

    /// <summary>Events scheduled ever; part of the state hash.</summary>
    public long Sequence { get; private set; }

    /// <summary>The lane of a delay, opened when it is first asked for.</summary>
    public int LaneOf(long delayNs)
    {
        var found = lanes.FindIndex(lane => lane.DelayNs == delayNs);
        if (found >= 0) return found;
        lanes.Add(new Lane(delayNs));
        if (lanes.Count > sbyte.MaxValue) throw new InvalidOperationException("too many constant delays");
        return lanes.Count - 1;
    }

    public long DelayOf(int lane) => lanes[lane].DelayNs;

    public void At(long time, EventKind kind, int slot, int epoch, int arg) =>
        Push(new Event { Time = time, Sequence = Sequence++, Slot = slot, Epoch = epoch, Arg = arg, Kind = kind, Lane = -1 });

    public void AfterLane(int lane, EventKind kind, int slot, int epoch, int arg)
    {
        var to = lanes[lane];
        var item = new Event
        {
            Time = Now + to.DelayNs, Sequence = Sequence++, Slot = slot, Epoch = epoch, Arg = arg, Kind = kind, Lane = (sbyte)lane,
        };
        to.Add(item);
        if (to.Count == 1) Push(item);
    }

    /// <summary>Takes the next event that is due at or before a time; the clock moves to it.</summary>
    public bool TryTake(long until, out Event next)
    {
        if (count == 0 || heap[0].Time > until)
        {
            next = default;
            return false;
        }

        next = heap[0];
        Now = next.Time;
        if (next.Lane >= 0)
        {
            var lane = lanes[next.Lane];
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
        count--;
        if (count > 0) SiftDown(heap[count]);
    }

    private void Push(in Event item)
    {
        if (count == heap.Length) Array.Resize(ref heap, heap.Length * 2);
        var at = count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (!item.Before(heap[parent])) break;
            heap[at] = heap[parent];
            at = parent;
        }

        heap[at] = item;
    }

    private void SiftDown(in Event item)
    {
        var moved = item;
        var at = 0;
        while (true)
        {
            var child = (at << 2) + 1;
            if (child >= count) break;
            var best = child;
            var end = Math.Min(child + 4, count);
            for (var other = child + 1; other < end; other++)
                if (heap[other].Before(heap[best])) best = other;
            if (!heap[best].Before(moved)) break;
            heap[at] = heap[best];
            at = best;
        }

        heap[at] = moved;
    }
}
