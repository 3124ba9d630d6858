using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Watching;

/// <summary>
/// Writes down every n-th request's way, so the density of traces follows the real rate (only live estates do), and while
/// somebody watches every request's, to keep the slowest. What is recorded changes nothing in the world, and what is watched does
/// not hang on what is sampled.
/// </summary>
internal sealed class TraceRecorder(Scenario scenario, bool samples)
{
    /// <summary>Traces a second at the busiest moment of the profile: enough for a lively picture.</summary>
    private const double TracesPerSecond = 40;
    private const int Recordings = 512;
    private const int PerTick = 40;

    /// <summary>Requests under way that are watched at a time; of the others nobody hears.</summary>
    private const int Watched = 1024;

    private readonly long _every = Every(scenario);
    private readonly List<Recording> _free = [];
    private readonly Recording[] _active = new Recording[Recordings + Watched];
    private readonly List<Trace> _done = [];

    private readonly List<Recording> _unwatched = [];
    private int _made;
    private (int Class, long Number)? _only;
    private Trace? _slowest;
    private Trace? _failed;

    public bool Watching { get; private set; }

    /// <summary>Records every attempt of one request, and nothing else.</summary>
    public void Only(string users, long number)
    {
        var index = scenario.Classes.ToList().FindIndex(spec => spec.Id == users);
        if (index < 0) throw new ArgumentException($"there is no request class {users}", nameof(users));
        _only = (index, number);
    }

    public void Begin(ref Request request)
    {
        var sampled = samples && (_only is { } one ? one == (request.Class, request.Number) : request.Number % _every == 0);
        if (!sampled && !Watching) return;
        if (_free.Count == 0 && _made < Recordings) _free.Add(new Recording(_made++));
        var free = Watching && _unwatched.Count > 0 ? _unwatched : _free;
        if (free.Count == 0 || (!sampled && free == _free)) return;
        var recording = free[^1];
        free.RemoveAt(free.Count - 1);
        recording.Hops.Clear();
        recording.Open.Clear();
        recording.Users = scenario.Classes[request.Class].Id;
        (recording.Number, recording.Attempt) = (request.Number, request.Attempt);
        (recording.Sent, recording.Sampled, recording.InUse) = (request.Sent, sampled, true);
        _active[recording.Index] = recording;
        request.Trace = recording.Index;
    }

    public void Enter(ref Request request, string at, Role? role, long now)
    {
        if (request.Trace < 0) return;
        GoOn(ref request, now);
        var recording = _active[request.Trace];
        recording.Open.Push(recording.Hops.Count);
        // a role says when work begins; until then it waits
        recording.Hops.Add(new Stop(at, role, now) { WorkNs = role is null ? now : long.MaxValue, OutNs = now, Hit = -1 });
    }

    public void Work(ref Request request, long now)
    {
        if (OpenHop(ref request, out var recording, out var index)) recording[index].WorkNs = now;
    }

    /// <summary>Its work has begun, and now it waits: for a lock, a connection, a turn.</summary>
    public void Pause(ref Request request, long now)
    {
        if (!OpenHop(ref request, out var recording, out var index)) return;
        if (recording[index].WorkNs <= now) recording.PausedAt = now;
    }

    /// <summary>It waits no longer.</summary>
    public void GoOn(ref Request request, long now)
    {
        if (!OpenHop(ref request, out var recording, out var index) || recording.PausedAt < 0) return;
        recording[index].PausedNs += now - recording.PausedAt;
        recording.PausedAt = -1;
    }

    public void Looked(ref Request request, bool hit)
    {
        if (OpenHop(ref request, out var recording, out var index)) recording[index].Hit = hit ? 1 : 0;
    }

    public void Leave(ref Request request, long now, Cause cause)
    {
        GoOn(ref request, now);
        if (!OpenHop(ref request, out var recording, out var index)) return;
        ref var hop = ref recording[index];
        (hop.WorkNs, hop.OutNs, hop.Cause) = (Math.Min(hop.WorkNs, now), now, cause);
        recording.Open.Pop();
    }

    /// <summary>Who stands there waits no longer: for whoever reads it, the stays below end here.</summary>
    public void CutShort(ref Request request, string at, Role? role, long now)
    {
        while (OpenHop(ref request, out var recording, out var index)
            && (recording[index].At != at || recording[index].Role != role))
            Leave(ref request, now, Cause.ResponseTimeout);
    }

    public void TurnAway(ref Request request, string at, Role role, long now, Cause cause)
    {
        if (request.Trace < 0) return;
        Enter(ref request, at, role, now);
        Leave(ref request, now, cause);
    }

    public void End(ref Request request, long now, Cause cause, bool late)
    {
        if (request.Trace < 0) return;
        var recording = _active[request.Trace];
        while (recording.Open.Count > 0) Leave(ref request, now, cause);
        request.Trace = -1;
        recording.InUse = false;
        var watched = recording.Index >= Recordings;
        (watched ? _unwatched : _free).Add(recording);
        var keeps = recording.Sampled && _done.Count < PerTick;
        var stands = Watching && watched
            && (Longer(_slowest, recording, now) || (cause != Cause.None && Longer(_failed, recording, now)));
        if (!keeps && !stands) return;
        var trace = recording.Trace(now, cause, late);
        if (keeps) _done.Add(trace);
        if (!stands) return;
        if (Longer(_slowest, recording, now)) _slowest = trace;
        if (cause != Cause.None && Longer(_failed, recording, now)) _failed = trace;
    }

    /// <summary>From now on every request's way is written down.</summary>
    public void Watch()
    {
        if (_active[Recordings] is null)
        {
            for (var index = Recordings + Watched - 1; index >= Recordings; index--)
                _unwatched.Add(_active[index] = new Recording(index));
        }

        (Watching, _slowest, _failed) = (true, null, null);
    }

    /// <summary>
    /// The slowest of those that ended meanwhile or are still under way, and the slowest that failed if that is another one.
    /// </summary>
    public ImmutableArray<Trace> EndWatch(long now)
    {
        Watching = false;
        var oldest = _active.Skip(Recordings).Where(recording => recording.InUse).MinBy(recording => recording.Sent);
        var slowest = oldest is not null && Longer(_slowest, oldest, now)
            ? oldest.Trace(now, Cause.None, late: false, open: true)
            : _slowest;
        return [.. new[] { slowest, _failed == slowest ? null : _failed }.OfType<Trace>()];
    }

    private static bool Longer(Trace? known, Recording recording, long now) =>
        known is null || now - recording.Sent > known.EndNs - known.StartNs;

    public ImmutableArray<Trace> Take()
    {
        var taken = _done.ToImmutableArray();
        _done.Clear();
        return taken;
    }

    private bool OpenHop(ref Request request, out Recording recording, out int index)
    {
        recording = null!;
        index = -1;
        if (request.Trace < 0) return false;
        recording = _active[request.Trace];
        return recording.Open.TryPeek(out index);
    }

    private static long Every(Scenario scenario)
    {
        var peak = scenario.Traffic.IsEmpty ? 1 : scenario.Traffic.Max(point => point.Factor);
        return Math.Max(1, (long)(scenario.Classes.Sum(users => users.RatePerSecond) * peak / TracesPerSecond));
    }

    private sealed class Recording(int index)
    {
        public int Index { get; } = index;

        public string Users { get; set; } = "";

        public long Number { get; set; }

        public int Attempt { get; set; }

        public long Sent { get; set; }

        public bool Sampled { get; set; }

        public bool InUse { get; set; }

        /// <summary>Since when the last open hop waits after its work began; −1: it does not.</summary>
        public long PausedAt { get; set; } = -1;

        public List<Stop> Hops { get; } = new(16);

        public Stack<int> Open { get; } = new(8);

        public ref Stop this[int index] => ref CollectionsMarshal.AsSpan(Hops)[index];

        /// <param name="open">It has not ended: its open stays last until now.</param>
        public Trace Trace(long now, Cause cause, bool late, bool open = false)
        {
            var hops = ImmutableArray.CreateBuilder<Hop>(Hops.Count);
            for (var index = 0; index < Hops.Count; index++)
            {
                var hop = Hops[index].Shown;
                hops.Add(open && Open.Contains(index) ? hop with { WorkNs = Math.Min(hop.WorkNs, now), OutNs = now } : hop);
            }

            return new Trace(Users, Number, Attempt, Sent, now, cause, late, hops.MoveToImmutable(), open);
        }
    }

    /// <summary>A hop as it is written down.</summary>
    private struct Stop(string at, Role? role, long inNs)
    {
        public readonly string At => at;

        public readonly Role? Role => role;

        public long WorkNs;
        public long OutNs;
        public int Hit;
        public Cause Cause;
        public long PausedNs;

        public readonly Hop Shown => new(at, role, inNs, WorkNs, OutNs, Hit, Cause, PausedNs);
    }
}
