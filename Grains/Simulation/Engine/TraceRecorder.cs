using System.Collections.Immutable;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// Writes down every n-th request's way, so the density of traces follows the real rate. Only live estates record; what is recorded
/// changes nothing in the world.
/// </summary>
internal sealed class TraceRecorder(Scenario scenario)
{
    /// <summary>Traces a second at the busiest moment of the profile: enough for a lively picture.</summary>
    private const double TracesPerSecond = 40;
    private const int Recordings = 512;
    private const int PerTick = 40;

    private readonly long _every = Every(scenario);
    private readonly List<Recording> _free = [.. Enumerable.Range(0, Recordings).Select(index => new Recording(index))];
    private readonly Recording[] _active = new Recording[Recordings];
    private readonly List<Trace> _done = [];

    private (int Class, long Number)? _only;

    /// <summary>Records every attempt of one request, and nothing else.</summary>
    public void Only(string users, long number)
    {
        var index = scenario.Classes.ToList().FindIndex(spec => spec.Id == users);
        if (index < 0) throw new ArgumentException($"there is no request class {users}", nameof(users));
        _only = (index, number);
    }

    public void Begin(ref Request request)
    {
        var wanted = _only is { } one ? one == (request.Class, request.Number) : request.Number % _every == 0;
        if (!wanted || _free.Count == 0) return;
        var recording = _free[^1];
        _free.RemoveAt(_free.Count - 1);
        recording.Hops.Clear();
        recording.Open.Clear();
        _active[recording.Index] = recording;
        request.Trace = recording.Index;
    }

    public void Enter(ref Request request, string at, Role? role, long now)
    {
        if (request.Trace < 0) return;
        var recording = _active[request.Trace];
        recording.Open.Push(recording.Hops.Count);
        recording.Hops.Add(new Hop(at, role, now, now, now, -1, Cause.None));
    }

    public void Work(ref Request request, long now)
    {
        if (OpenHop(ref request, out var recording, out var index)) recording.Hops[index] = recording.Hops[index] with { WorkNs = now };
    }

    public void Looked(ref Request request, bool hit)
    {
        if (OpenHop(ref request, out var recording, out var index))
            recording.Hops[index] = recording.Hops[index] with { Hit = hit ? 1 : 0 };
    }

    public void Leave(ref Request request, long now, Cause cause)
    {
        if (!OpenHop(ref request, out var recording, out var index)) return;
        recording.Hops[index] = recording.Hops[index] with { OutNs = now, Cause = cause };
        recording.Open.Pop();
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
        _free.Add(recording);
        if (_done.Count >= PerTick) return;
        _done.Add(new Trace(
            scenario.Classes[request.Class].Id, request.Number, request.Attempt, request.Sent, now, cause, late, [.. recording.Hops]));
    }

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

        public List<Hop> Hops { get; } = new(16);

        public Stack<int> Open { get; } = new(8);
    }
}
