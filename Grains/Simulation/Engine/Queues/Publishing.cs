using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Queues;

/// <summary>
/// How messages get in: who publishes has his answer when his message is stored, waits for room, or is refused.
/// </summary>
/// <param name="blockEnds">Who waits for room has waited long enough.</param>
/// <param name="came">A message is there that was not.</param>
internal sealed class Publishing(
    Kernel kernel, WatchStation watch, UserStation users, LinkStation links, Fleet fleet, QueueSpec spec, Backlog backlog,
    StepKind blockEnds,
    Action came)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly UserClass[] _classes = users.Classes;
    private RequestList _blocked = new();

    /// <summary>So many messages that come next kill whoever takes them.</summary>
    public int Poisoned { get; set; }

    /// <summary>Its disk takes no more.</summary>
    public bool Full { get; set; }

    /// <summary>Requests that wait for room.</summary>
    public int Blocked => _blocked.Count;

    /// <summary>Whoever is told that his message is stored has it stored: dead letters take their part of the slots.</summary>
    private bool HasRoom => !Full && backlog.Places.All.Count < spec.Limit
        && backlog.Places.All.Count + backlog.Places.Dead.Count < Limits.Messages;

    /// <summary>A request's message has been written, if there is room.</summary>
    public void Written(int slot)
    {
        if (HasRoom)
        {
            Accept(slot);
        }
        else if (Full || spec.BlockNs == 0)
        {
            Refuse(slot);
        }
        else
        {
            ref var request = ref _pool[slot];
            request.Phase = Phase.InPublish;
            watch.Traces?.Pause(ref request, kernel.Now);
            _blocked.Add(_pool, slot);
            kernel.Queue.At(kernel.Now + spec.BlockNs, blockEnds, slot, request.Epoch, 0);
        }
    }

    public void BlockEnds(int slot)
    {
        _blocked.Remove(_pool, slot);
        Refuse(slot);
    }

    public void Stop(int slot) => _blocked.Remove(_pool, slot);

    /// <summary>A producer outside that finds no room is refused, and is a job that failed.</summary>
    public void Store(UserClass jobs, long number, long born)
    {
        if (!HasRoom || !backlog.Add(jobs, number, born))
        {
            backlog.Counts.Refused++;
            jobs.Offer();
            jobs.Fail(Why);
            users.Outcomes.AddFailure(jobs.Index, Why);
            return;
        }

        if (Poisoned > 0)
        {
            Poisoned--;
            backlog.Places[backlog.Places.All.Last].Poison = true;
        }

        came();
    }

    public void StoreAll(UserClass jobs, int count)
    {
        for (; count > 0; count--) Store(jobs, jobs.NextNumber++, kernel.Now);
    }

    /// <summary>Who waits for room comes in, in the order in which they came.</summary>
    public void LetIn()
    {
        while (_blocked.Count > 0 && HasRoom)
        {
            var slot = _blocked.TakeFirst(_pool);
            // its wait has no end any more
            _pool[slot].Epoch++;
            Accept(slot);
        }
    }

    private Cause Why => Full ? Cause.DiskFull : Cause.BacklogFull;

    private void Accept(int slot)
    {
        ref var request = ref _pool[slot];
        request.Settled = true;
        var jobs = _classes[request.Class].Publishes!;
        var (number, born) = (request.Number, request.Born);
        Answer(slot);
        Store(jobs, number, born);
    }

    private void Refuse(int slot)
    {
        backlog.Counts.Refused++;
        _pool[slot].Failure = Why;
        Answer(slot);
    }

    /// <summary>To the role that published.</summary>
    private void Answer(int slot)
    {
        ref var request = ref _pool[slot];
        var level = request.At;
        watch.Traces?.Leave(ref request, kernel.Now, request.Failure);
        links.Travel(slot, null, fleet.HolderOf(ref request, level).Server.Rack, StepKind.Answered, level);
    }
}
