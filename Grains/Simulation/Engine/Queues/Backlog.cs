using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Queues;

/// <summary>
/// The jobs a queue holds, and what becomes of each. What it counts of them, their classes count: one is offered when it comes,
/// and then done, late, or failed, once.
/// </summary>
/// <param name="overdue">A job is four times its target old, which is worth nothing (Slot: its message, Epoch: its life).</param>
/// <param name="keys">Of all data, where messages of a key keep their order; 0: they need not.</param>
internal sealed class Backlog(
    EventQueue time, UserClass[] classes, OutcomeLedger outcomes, string id, StepKind overdue, int keys)
{
    /// <summary>Of its target: an answer after that is worth nothing.</summary>
    private const int Worthless = 4;

    public readonly StationMeter Meter = new(id);
    public readonly Places Places = new(keys);
    public readonly Receipts Receipts = new();

    private readonly WaitLimit[] _overdue =
        [.. classes.Select(users => users.Spec.IsJob ? time.LimitOf(Worthless * users.Spec.TargetNs) : default)];

    /// <summary>Of the second under way, and of the last one.</summary>
    public QueueCounts Counts;
    public QueueCounts Last;

    /// <summary>How long the oldest message that is not dead has been there; 0: there is none.</summary>
    public long AgeNs => Places.All.Count == 0 ? 0 : time.Now - Places[Places.All.First].Since;

    /// <summary>A job comes. It holds a slot until it is done; false: there are as many as an estate may have.</summary>
    public bool Add(UserClass jobs, long number, long born)
    {
        var index = Places.Take();
        if (index == MessageList.None) return false;
        ref var message = ref Places[index];
        var (life, epoch) = (message.Life, message.Epoch);
        message = new Message
        {
            Life = life, Epoch = epoch, Class = jobs.Index, Number = number, Born = born, Key = jobs.KeyOf(number),
        };
        Counts.Published++;
        Enter(index);
        return true;
    }

    /// <summary>A worker takes the first that is ready, and has a receipt for it.</summary>
    public int Receive()
    {
        var index = Places.Ready.First;
        ref var message = ref Places[index];
        Places.Move(index, Place.InFlight);
        message.Tries++;
        if (message.Tries > 1) Counts.Redelivered++;
        if (message.Started < 0)
        {
            message.Started = time.Now;
            Meter.Start(time.Now);
        }

        return Receipts.New(index, message.Life, message.Epoch);
    }

    public bool Holds(int receipt)
    {
        var claim = Receipts[receipt];
        ref var message = ref Places[claim.Message];
        return message.Life == claim.Life && message.Epoch == claim.Epoch;
    }

    /// <summary>
    /// A worker has done a job. Whoever is first counts, whether his receipt still holds or not; whoever comes after has done it
    /// once more.
    /// </summary>
    public void Done(int receipt, ref Request worker)
    {
        var claim = Receipts[receipt];
        ref var message = ref Places[claim.Message];
        var users = classes[worker.Class];
        if (message.Life != claim.Life)
        {
            Counts.DoneTwice++;
            if (!users.Spec.OnceOnly) return;
            users.Offer();
            Fail(users, Cause.DoneTwice, counted: false);
            return;
        }

        // it was given up meanwhile, and has been counted
        if (message.Place == Place.Dead) return;
        Counts.Done++;
        if (worker.Corrupt)
        {
            Fail(users, Cause.Corrupt, message.Overdue);
        }
        else
        {
            users.Answer(time.Now - message.Born);
            if (!message.Overdue) outcomes.AddAnswer(users.Index, time.Now - message.Born, users.Spec.TargetNs, 0);
        }

        Leave(claim.Message, Cause.None);
        Places.Free(claim.Message);
    }

    /// <summary>It is ready again, at the end of the line, or (as it was not touched, or keeps its key's order) first.</summary>
    public void Return(int index, bool untouched)
    {
        if (untouched) Places[index].Tries--;
        Places.Move(index, Place.Ready, first: untouched || Places.ByKey);
    }

    /// <summary>It is given up, and waits for somebody who looks into it.</summary>
    public void Bury(int index)
    {
        ref var message = ref Places[index];
        Fail(classes[message.Class], Cause.DeadLetter, message.Overdue);
        Leave(index, Cause.DeadLetter);
        Places.Bury(index);
    }

    /// <summary>A dead letter comes back, as a job that comes anew: nobody has forgotten when it was born.</summary>
    public void Revive()
    {
        var index = Places.Dead.First;
        Places.Exhume(index);
        Places[index].Tries = 0;
        Enter(index);
    }

    /// <summary>All that nobody works on are gone.</summary>
    public void Purge()
    {
        for (var index = Places.All.First; index != MessageList.None;)
        {
            var next = Places.After(index);
            ref var message = ref Places[index];
            if (message.Place != Place.InFlight)
            {
                Fail(classes[message.Class], Cause.Purged, message.Overdue);
                Leave(index, Cause.Purged);
                Places.Free(index);
            }

            index = next;
        }
    }

    /// <summary>Nobody who waits for it has anything of it any more, whenever it is done.</summary>
    public void TooLate(int index, int life)
    {
        ref var message = ref Places[index];
        if (message.Life != life || message.Overdue || message.Place == Place.Dead) return;
        message.Overdue = true;
        var users = classes[message.Class].Spec;
        outcomes.AddAnswer(message.Class, Worthless * users.TargetNs + 1, users.TargetNs, 0);
    }

    /// <summary>
    /// Of those no worker has the oldest, or the one that was tried most often (of several the oldest); −1: there is none.
    /// </summary>
    public int Find(bool oldest)
    {
        var best = MessageList.None;
        for (var index = Places.All.First; index != MessageList.None; index = Places.After(index))
        {
            if (Places[index].Place == Place.InFlight) continue;
            if (best == MessageList.None || Places[index].Tries > Places[best].Tries) best = index;
            if (oldest) return best;
        }

        return best;
    }

    public void Roll()
    {
        (Last, Counts) = (Counts, default);
        Meter.RollWindow();
    }

    public void AddTo(ref StateHash hash)
    {
        Places.AddTo(ref hash);
        hash.Add(AgeNs);
        hash.Add(Counts.DoneTwice);
        hash.Add(Counts.Redelivered);
    }

    public void Audit(List<string> broken)
    {
        Places.Audit(id, broken);
        var jobs = classes.Sum(users => users.InQueue);
        if (jobs != Places.All.Count) broken.Add($"{id}: {Places.All.Count} messages, {jobs} jobs of its classes");
    }

    private void Enter(int index)
    {
        ref var message = ref Places[index];
        (message.Since, message.Started, message.Overdue) = (time.Now, -1, false);
        var users = classes[message.Class];
        users.Offer();
        users.InQueue++;
        Meter.Arrive();
        Meter.Enter(time.Now);
        time.AtLimit(_overdue[message.Class], overdue, index, message.Life);
        Places.Enter(index);
    }

    private void Leave(int index, Cause cause)
    {
        ref var message = ref Places[index];
        classes[message.Class].InQueue--;
        Meter.Leave(time.Now, message.Since, message.Started, message.Started >= 0, cause);
        Places.Leave(index);
    }

    /// <param name="counted">The score has it already.</param>
    private void Fail(UserClass users, Cause cause, bool counted)
    {
        users.Fail(cause);
        if (!counted) outcomes.AddFailure(users.Index, cause);
    }
}
