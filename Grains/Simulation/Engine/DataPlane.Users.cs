using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>Users: open-loop arrivals, patience, retries.</summary>
internal sealed partial class DataPlane
{
    private void BeginArrivals(UserClass users)
    {
        users.Exposure = users.ArrivalExposure(users.NextNumber);
        users.ExposureFrom = Nanoseconds.ToSeconds(Now);
        ScheduleArrival(users);
    }

    private void ScheduleArrival(UserClass users)
    {
        var at = _profile.When(users.ExposureFrom, users.Exposure, users.Spec.RatePerSecond * _trafficFactor);
        if (at * Nanoseconds.PerSecond < Limits.DrillNs * 2.0)
            _queue.At(Math.Max(Now, (long)(at * Nanoseconds.PerSecond)), EventKind.Arrival, users.Index, users.Schedule, 0);
    }

    /// <summary>All rates change now: the exposure still to come is what it was less what has passed.</summary>
    private void ChangeTraffic(double factor)
    {
        var now = Nanoseconds.ToSeconds(Now);
        foreach (var users in _classes)
        {
            var passed = _profile.Area(users.ExposureFrom, now) * users.Spec.RatePerSecond * _trafficFactor;
            users.Exposure = Math.Max(0, users.Exposure - passed);
            users.ExposureFrom = now;
            users.Schedule++;
        }

        _trafficFactor = factor;
        foreach (var users in _classes) ScheduleArrival(users);
    }

    private void Arrive(UserClass users)
    {
        var number = users.NextNumber++;
        BeginArrivals(users);
        users.Offer();
        Requests++;
        NewAttempt(users, number, attempt: 1, born: Now);
    }

    private void NewAttempt(UserClass users, long number, int attempt, long born)
    {
        var slot = _pool.Take();
        if (slot == RequestPool.None)
        {
            users.Fail(Cause.Shed);
            Outcomes.AddFailure(users.Index, Cause.Shed);
            return;
        }

        ref var request = ref _pool[slot];
        request.Class = users.Index;
        request.Number = number;
        request.Attempt = attempt;
        request.Born = born;
        request.Key = users.KeyOf(number);
        request.Write = users.Writes(number);
        if (request.Write) users.LockKeysOf(number, request.Key, ref request.LockKeys);
        if (attempt == 1)
        {
            Send(slot);
        }
        else
        {
            request.Phase = Phase.Backoff;
            _queue.At(Now + users.BackoffNs(request.Luck), EventKind.Retry, slot, request.Epoch, 0);
        }
    }

    private void Send(int slot)
    {
        ref var request = ref _pool[slot];
        request.Sent = Now;
        var lane = _classes[request.Class].PatienceLane;
        if (lane >= 0) _queue.AfterLane(lane, EventKind.PatienceEnds, slot, request.Life, 0);
        _traces?.Begin(ref request);
        if (_approaches) Approach(slot);
        else Travel(slot, _internetLane, EventKind.ReachEntry, 0);
    }

    private void PatienceEnds(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Abandoned) return;
        request.Abandoned = true;
        if (request.Warms != Warming.None)
        {
            WarmUpOf(request.Warms).Answered(failed: true);
            return;
        }

        if (request.Probe)
        {
            ProbeEnds(ref request, request.Passes[0].Target >= 0 ? _balancer! : _inner!, ProbeResult.Timeout);
            return;
        }

        _traces?.End(ref request, Now, Cause.Timeout, false);
        AttemptFailed(_classes[request.Class], request.Number, request.Attempt, request.Born, Cause.Timeout);
    }

    private void AttemptFailed(UserClass users, long number, int attempt, long born, Cause cause)
    {
        if (attempt < users.Spec.Retry.Attempts && users.SpendRetry())
        {
            NewAttempt(users, number, attempt + 1, born);
            return;
        }

        users.Fail(cause);
        Outcomes.AddFailure(users.Index, cause);
    }

    /// <summary>The answer is back at its user.</summary>
    private void Deliver(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Warms != Warming.None)
        {
            DeliverWarm(slot);
            return;
        }

        var users = _classes[request.Class];
        var (number, attempt, born, failure, abandoned) =
            (request.Number, request.Attempt, request.Born, request.Failure, request.Abandoned);
        if (request.Client >= 0 && !abandoned) KeepAlive(ref request);
        if (!abandoned && failure == Cause.None && (request.Stale || request.Corrupt))
        {
            // nobody notices a wrong answer, so nobody retries
            var wrong = request.Corrupt ? Cause.Corrupt : Cause.Stale;
            users.Fail(wrong);
            Outcomes.AddFailure(users.Index, wrong);
            _traces?.End(ref request, Now, wrong, false);
        }
        else if (!abandoned && failure == Cause.None)
        {
            var within = users.Answer(Now - born);
            Outcomes.AddAnswer(users.Index, Now - born, users.Spec.TargetNs, request.Without);
            _traces?.End(ref request, Now, Cause.None, !within);
        }
        else if (!abandoned)
        {
            _traces?.End(ref request, Now, failure, false);
        }

        _pool.Release(slot);
        if (!abandoned && failure != Cause.None) AttemptFailed(users, number, attempt, born, failure);
    }
}
