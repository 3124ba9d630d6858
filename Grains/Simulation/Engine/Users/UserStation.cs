using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>Users: patience, retries, and what becomes of their requests.</summary>
internal sealed class UserStation : Station
{
    private readonly WatchStation _watch;
    private readonly Arrivals _arrivals;
    private readonly Census _census;
    private readonly Verdicts _verdicts;
    private readonly int _internetLane;
    private readonly StepKind _retry;
    private readonly StepKind _arrival;
    private readonly StepKind _patienceEnds;

    public UserStation(Kernel kernel, WatchStation watch, Scenario scenario, ulong seed)
        : base(kernel)
    {
        _watch = watch;
        _internetLane = Queue.LaneOf(scenario.Network.InternetNs);
        Population = new Population(scenario, seed, kernel);
        Classes = Population.Classes;
        _census = new Census(Pool, Classes);
        Features = new FeatureFlags(scenario.Flags);
        Outcomes = new OutcomeLedger(Classes.Length, scenario.Flags.Length);
        _verdicts = new Verdicts(kernel, watch, Outcomes);
        (_retry, _arrival, _patienceEnds) = (NewStep(), NewTimer(), NewTimer());
        Queue.EndsWithLife(_patienceEnds);
        Following = new Following(kernel, Outcomes, _retry);
        _arrivals = new Arrivals(Queue, Classes, scenario.Traffic, _arrival);
        kernel.Stands(this, Request.AtUser);
    }

    public override Turn Turn => new(0, 0);

    public Population Population { get; }

    public UserClass[] Classes { get; }

    /// <summary>Of all classes' data, and of all classes' browsers.</summary>
    public int Keys => Population.Keys;

    public int Clients => Population.Clients;

    public FeatureFlags Features { get; }

    public Following Following { get; }

    /// <summary>What became of requests since it was last taken, for the score.</summary>
    public OutcomeLedger Outcomes { get; }

    /// <summary>Requests that ever came, without retries.</summary>
    public long Requests { get; private set; }

    /// <summary>They have more to do than send: a name to look up, a connection to open, or an edge before the entry.</summary>
    public bool Approaches { get; set; }

    /// <summary>Where jobs that come from outside go; null: there are none.</summary>
    public IJobs? Jobs { get; set; }

    /// <summary>Who learns that a user has gone.</summary>
    public IHangUps? HangUps { get; set; }

    public List<PendingRequest> Pending() => _census.Pending();

    public void Begin()
    {
        foreach (var users in Classes) _arrivals.Begin(users);
    }

    public double TrafficFactor(double at) => _arrivals.Factor(at);

    /// <summary>All rates times a factor, from now on.</summary>
    public void ChangeTraffic(double factor) => _arrivals.Change(factor);

    public override void Fire(StepKind kind, int slot, int epoch)
    {
        if (kind == _arrival && Classes[slot].Schedule == epoch) Arrive(Classes[slot]);
        if (kind == _patienceEnds && Pool[slot].Life == epoch) PatienceEnds(slot);
    }

    public override void Reach(StepKind kind, int slot, int arg) => Send(slot);

    /// <summary>An attempt has failed for its user: another one, if he may and likes to.</summary>
    public void AttemptFailed(UserClass users, long number, int attempt, long born, Cause cause)
    {
        // a read after a write is tried once: its user has seen what he came for, or not
        if (number >= 0 && attempt < users.Spec.Retry.Attempts && users.SpendRetry())
        {
            NewAttempt(users, number, attempt + 1, born);
            return;
        }

        users.Fail(cause);
        Outcomes.AddFailure(users.Index, cause);
    }

    /// <summary>The answer is back at its user.</summary>
    public override void Answered(int slot)
    {
        ref var request = ref Pool[slot];
        if (request.Warms != Warming.None)
        {
            Kernel.Step(request.Warms == Warming.Edge ? StepKind.EdgeWarmed : StepKind.CacheWarmed, slot, 0);
            return;
        }

        var users = Classes[request.Class];
        var (number, attempt, born, failure, abandoned) =
            (request.Number, request.Attempt, request.Born, request.Failure, request.Abandoned);
        if (request.Client >= 0 && !abandoned) Kernel.Step(StepKind.CameOver, slot, 0);
        var readsBack = !abandoned && failure == Cause.None && request.Write && users.ReadsBack is not null;
        var (key, wroteAt) = (request.Key, request.ReadAt);
        if (!abandoned) _verdicts.Judge(ref request, users);
        if (request.Tunnel > 0 && users.Spec.LongLived is not null) Kernel.Step(StepKind.TunnelAnswered, slot, 0);
        Pool.Release(slot);
        if (readsBack) Following.ReadBack(users, number, key, wroteAt);
        if (!abandoned && failure != Cause.None) AttemptFailed(users, number, attempt, born, failure);
    }

    /// <summary>His patience ends when it would have ended.</summary>
    public override void Part(int slot, int heir, int caller)
    {
        ref var request = ref Pool[heir];
        if (heir == slot || request.Abandoned) return;
        var patience = Classes[request.Class].Spec.PatienceNs;
        if (patience > 0) Queue.At(request.Sent + patience, _patienceEnds, heir, request.Life, 0);
    }

    public override void Roll()
    {
        foreach (var users in Classes) users.RollWindow();
    }

    public override void ResetMeters()
    {
        var underWay = _census.Hopeful();
        foreach (var users in Classes) users.Counts.Reset(underWay[users.Index]);
    }

    public override void AddMetersTo(ref StateHash hash)
    {
        foreach (var users in Classes) users.Counts.AddTo(ref hash);
    }

    public override void Audit(List<string> broken) => _census.Audit(broken);

    /// <summary>Bit by bit the classes that come from some sources.</summary>
    public int ClassesOf(ImmutableArray<string> sources) => Population.ClassesOf(sources);

    private void Arrive(UserClass users)
    {
        var number = users.NextNumber++;
        _arrivals.Begin(users);
        Requests++;
        if (users.Spec.IsJob)
        {
            Jobs!.Publish(users, number);
            return;
        }

        users.Offer();
        NewAttempt(users, number, attempt: 1, born: Now);
    }

    private void NewAttempt(UserClass users, long number, int attempt, long born)
    {
        var slot = Pool.Take();
        if (slot == RequestPool.None)
        {
            users.Fail(Cause.Shed);
            Outcomes.AddFailure(users.Index, Cause.Shed);
            return;
        }

        ref var request = ref Pool[slot];
        request.Class = users.Index;
        request.Number = number;
        request.Attempt = attempt;
        request.Born = born;
        users.Ask(ref request);
        if (attempt == 1)
        {
            Send(slot);
        }
        else
        {
            request.Phase = Phase.Backoff;
            Queue.At(Now + users.BackoffNs(attempt, request.Luck), _retry, slot, request.Epoch, 0);
        }
    }

    private void Send(int slot)
    {
        ref var request = ref Pool[slot];
        request.Sent = Now;
        Classes[request.Class].Patience.Begin(_patienceEnds, slot, ref request);
        _watch.Traces?.Begin(ref request);
        if (request.Tunnel > 0) Kernel.Travel(slot, _internetLane, StepKind.ReachTunnel, 0);
        else if (Approaches) Kernel.Step(StepKind.Approach, slot, 0);
        else Kernel.Travel(slot, _internetLane, StepKind.ReachEntry, 0);
    }

    private void PatienceEnds(int slot)
    {
        ref var request = ref Pool[slot];
        if (request.Abandoned) return;
        request.Abandoned = true;
        _watch.Traces?.End(ref request, Now, Cause.Timeout, false);
        HangUps?.Gone(slot);
        AttemptFailed(Classes[request.Class], request.Number, request.Attempt, request.Born, Cause.Timeout);
    }
}
