using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Queues;

namespace OpsGame.Simulation.Engine.Queues;

/// <summary>
/// The queue: takes messages and answers who published them, hands them to workers, and brings back what they lose. A delivery
/// is a request that nobody sent: it goes to a worker and, if the job wants that, on to the database.
/// </summary>
internal sealed class QueueStation : Station, IJobs
{
    private readonly QueueSpec _spec;
    private readonly WatchStation _watch;
    private readonly UserClass[] _classes;
    private readonly LinkStation _links;
    private readonly Backlog _backlog;
    private readonly Publishing _publishing;
    private readonly Deliveries _deliveries;
    private readonly Redrive _redrive;
    private readonly int _writeLane;
    private readonly StepKind _written;
    private readonly StepKind _blockEnds;
    private readonly StepKind _pull;
    private readonly StepKind _visible;
    private readonly StepKind _retry;
    private readonly StepKind _redriveNext;
    private readonly StepKind _overdue;
    private SetQueue _set;
    private WaitLimit _visibility;
    private bool _pulling;

    public QueueStation(
        Kernel kernel, WatchStation watch, UserStation users, LinkStation links, ServerStation servers, QueueSpec spec,
        int memoryMiB, ulong seed)
        : base(kernel)
    {
        (_spec, _watch, _classes, _links) = (spec, watch, users.Classes, links);
        (_written, _blockEnds) = (NewStep(), NewStep());
        (_pull, _visible, _retry) = (NewTimer(), NewTimer(), NewTimer());
        (_redriveNext, _overdue) = (NewTimer(), NewTimer());
        _writeLane = Queue.LaneOf(spec.WriteNs);
        _backlog = new Backlog(Queue, users.Classes, users.Outcomes, spec.Id, _overdue, spec.ByKey ? users.Keys : 0);
        _publishing = new Publishing(kernel, watch, users, links, servers.Fleet, spec, _backlog, _blockEnds, Pull);
        _deliveries = new Deliveries(kernel, users, links, servers, _backlog, spec, memoryMiB, seed, NewStep());
        _redrive = new Redrive(Queue, _backlog, _redriveNext);
        _set = new SetQueue(false, spec.VisibilityNs, spec.Batch, false);
        _visibility = Queue.LimitOf(spec.VisibilityNs);
        Controls = new QueueControls(this, _classes, _backlog, _publishing, _redrive);
        users.Jobs = this;
        kernel.Takes(this, StepKind.ReachQueue);
        kernel.Stands(this, Request.AtQueue);
    }

    public override object Controls { get; }

    public void Publish(UserClass jobs, long number) => _publishing.Store(jobs, number, Now);

    /// <summary>A role puts a request's job into the queue, and waits until it is there.</summary>
    public void Publish(int slot, ServerNode from) => _links.Travel(slot, from.Rack, null, StepKind.ReachQueue, 0);

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == StepKind.ReachQueue) Write(slot);
        else if (kind == _written) _publishing.Written(slot);
        else if (kind == _blockEnds) _publishing.BlockEnds(slot);
        else _deliveries.Received(slot);
    }

    public override void Fire(StepKind kind, int slot, int epoch)
    {
        if (kind == _pull)
        {
            _pulling = false;
            PullAll();
        }
        else if (kind == _redriveNext)
        {
            _redrive.Next(epoch);
            Pull();
        }
        else if (kind == _overdue)
        {
            _backlog.TooLate(slot, epoch);
        }
        else if (_backlog.Places[slot].Epoch == epoch)
        {
            if (kind == _visible && _backlog.Places[slot].Tries >= _spec.Tries) Bury(slot);
            else Again(slot, untouched: false);
        }
    }

    /// <summary>
    /// A delivery is over. What is left of it was lost with the worker, which tells nobody, or failed: then its message is tried
    /// again later, and those behind it are ready at once.
    /// </summary>
    public override void Answered(int slot)
    {
        var (receipt, tells) = (Pool[slot].Message, Pool[slot].Settled);
        for (var first = true; receipt > 0; first = false)
        {
            var next = _backlog.Receipts.After(receipt);
            if (tells && _backlog.Holds(receipt))
            {
                if (first) Failed(_backlog.Receipts[receipt].Message);
                else Again(_backlog.Receipts[receipt].Message, untouched: true);
            }

            _backlog.Receipts.Forget(receipt);
            receipt = next;
        }

        Pool.Release(slot);
        Pull();
    }

    public override void Stop(int slot, Phase was)
    {
        if (was == Phase.InPublish) _publishing.Stop(slot);
    }

    /// <summary>A delivery's current message is done. True: its worker has another one.</summary>
    public bool Next(int slot)
    {
        var more = _deliveries.Next(slot);
        _publishing.LetIn();
        return more;
    }

    /// <summary>Somewhere there is a message, or a worker, that was not there before.</summary>
    public void Pull()
    {
        if (_pulling || _backlog.Places.Ready.Count == 0 || _set.Paused) return;
        _pulling = true;
        Queue.At(Now, _pull, 0, 0, 0);
    }

    public void Set(SetQueue set)
    {
        if (set.VisibilityNs != _set.VisibilityNs) _visibility = Queue.LimitOf(set.VisibilityNs);
        _publishing.Full = set.Full;
        _set = set;
    }

    public override void Roll() => _backlog.Roll();

    public override void ResetMeters() => _backlog.Meter.Reset(Now);

    public override IEnumerable<StationReport> Report() => [_backlog.Meter.Report(Now)];

    public override void AddMetersTo(ref StateHash hash) => _backlog.Meter.AddTo(ref hash);

    public override void AddTo(ref StateHash hash) => _backlog.AddTo(ref hash);

    public override void Audit(List<string> broken)
    {
        _backlog.Audit(broken);
        Kernel.Expect(Phase.InPublish, _publishing.Blocked, broken);
    }

    public QueueTelemetry Telemetry()
    {
        var (last, places) = (_backlog.Last, _backlog.Places);
        return new QueueTelemetry(
            _spec.Id, places.Waiting, places.InFlight.Count, places.Dead.Count, _backlog.AgeNs, _publishing.Blocked,
            last.Published, last.Refused, last.Done, last.Redelivered, last.Failed, last.DoneTwice, _redrive.Left);
    }

    private void Write(int slot)
    {
        _watch.Traces?.Enter(ref Pool[slot], _spec.Id, null, Now);
        Kernel.Travel(slot, _writeLane, _written, 0);
    }

    private void PullAll()
    {
        if (_set.Paused) return;
        while (_backlog.Places.Ready.Count > 0 && _deliveries.FreeWorker() is { } worker)
        {
            var count = Math.Min(_set.Batch, _backlog.Places.Ready.Count);
            if (!_deliveries.Send(worker, count, _visibility, _visible)) return;
        }
    }

    private void Failed(int index)
    {
        _backlog.Counts.Failed++;
        ref var message = ref _backlog.Places[index];
        if (message.Tries >= _spec.Tries)
        {
            Bury(index);
            return;
        }

        _backlog.Places.Move(index, Place.Delayed);
        Queue.At(Now + (_spec.BackoffNs << (message.Tries - 1)), _retry, index, message.Epoch, 0);
    }

    private void Again(int index, bool untouched)
    {
        _backlog.Return(index, untouched);
        Pull();
    }

    private void Bury(int index)
    {
        _backlog.Bury(index);
        _publishing.LetIn();
        Pull();
    }
}
