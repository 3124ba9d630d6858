using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Queues;

/// <summary>
/// Messages on their way to workers. A thread takes some at once, holds them until the last is done, and acknowledges each when
/// it is.
/// </summary>
/// <param name="memoryMiB">More than any process may have: that much a poisoned message makes it take.</param>
/// <param name="received">A delivery is at its worker.</param>
internal sealed class Deliveries(
    Kernel kernel, UserStation users, LinkStation links, ServerStation servers, Backlog backlog, QueueSpec spec, int memoryMiB,
    ulong seed, StepKind received)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly UserClass[] _classes = users.Classes;
    private readonly Draw _luck = new(seed, Purpose.Receive, 0);
    private readonly WorkSampler _receive = new(spec.Receive ?? new WorkSpec(WorkKind.Fixed, 0, 0));
    private long _sent;
    private int _turn;

    private Fleet Fleet => servers.Fleet;

    /// <summary>The next worker with a free thread, in turn; null: there is none.</summary>
    public RoleNode? FreeWorker()
    {
        var all = Fleet.Servers;
        for (var tried = 0; tried < all.Count; tried++)
        {
            _turn = _turn + 1 >= all.Count ? 0 : _turn + 1;
            var server = all[_turn];
            if (server.Gone || !server.Has(Role.Worker) || server.Hung) continue;
            if (server.Reachability != Reachability.Accepting) continue;
            var worker = server.Roles[Role.Worker.Level()]!;
            if (worker.Closed || server.Rack.Severed || worker.FreeProcess() < 0) continue;
            return worker;
        }

        return null;
    }

    /// <summary>Hands over the first messages that are ready. False: there are as many requests as an estate may have.</summary>
    public bool Send(RoleNode worker, int count, WaitLimit visibility, StepKind visible)
    {
        var slot = _pool.Take();
        if (slot == RequestPool.None) return false;
        ref var request = ref _pool[slot];
        var (first, last) = (0, 0);
        for (; count > 0; count--)
        {
            var receipt = backlog.Receive();
            if (first == 0) first = receipt;
            else backlog.Receipts.Chain(last, receipt);
            last = receipt;
            var index = backlog.Receipts[receipt].Message;
            kernel.Queue.AtLimit(visibility, visible, index, backlog.Places[index].Epoch);
        }

        request.Sent = kernel.Now;
        Carry(ref request, first);
        var process = worker.FreeProcess();
        worker.Hold(process, kernel.Now);
        worker.Meter.Arrive();
        servers.Threads.Enter(ref request, worker, process);
        request.Phase = Phase.Travelling;
        var takes = (long)(_receive.Sample(_luck.Unit((ulong)_sent++)) + 0.5);
        if (takes == 0) links.Travel(slot, null, worker.Server.Rack, received, 0);
        else kernel.Queue.At(kernel.Now + takes, received, slot, request.Epoch, 0);
        return true;
    }

    /// <summary>Work on the current message begins.</summary>
    public void Received(int slot)
    {
        ref var request = ref _pool[slot];
        var worker = Fleet.HolderOf(ref request, request.At);
        if (!backlog.Places[backlog.Receipts[request.Message].Message].Poison)
        {
            servers.Cores.Begin(slot);
            return;
        }

        // its process takes more memory than there is, and does nothing else until it is killed
        worker.Leak(request.Stays[request.At].Process, 1024.0 * memoryMiB);
        request.Phase = Phase.Hung;
    }

    /// <summary>The current message is done. True: the thread has another one.</summary>
    public bool Next(int slot)
    {
        ref var request = ref _pool[slot];
        var receipt = request.Message;
        var next = backlog.Receipts.After(receipt);
        backlog.Done(receipt, ref request);
        backlog.Receipts.Forget(receipt);
        if (next == 0)
        {
            request.Message = Request.NothingLeft;
            return false;
        }

        // timers of the message before are not this one's
        request.Life++;
        (request.Corrupt, request.Stale) = (false, false);
        Carry(ref request, next);
        Received(slot);
        return true;
    }

    private void Carry(ref Request request, int receipt)
    {
        ref var message = ref backlog.Places[backlog.Receipts[receipt].Message];
        var jobs = _classes[message.Class];
        request.Message = receipt;
        (request.Class, request.Number, request.Attempt, request.Born, request.Key) =
            (message.Class, message.Number, message.Tries, message.Born, message.Key);
        request.Write = jobs.Writes(message.Number);
        if (request.Write) jobs.LockKeysOf(message.Number, request.Key, ref request.LockKeys);
    }
}
