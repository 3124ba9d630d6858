using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;

namespace OpsGame.Simulation.Engine.Watching;

/// <summary>Access logs somebody reads: written only as long as somebody does, and only their last lines are kept.</summary>
internal sealed class AccessWatch
{
    /// <summary>Lines on a screen.</summary>
    public const int Lines = 24;

    private readonly List<Tail> _tails = [];

    /// <summary>By slot: the application that worked on the request of that life.</summary>
    private (int Life, IWorker? Worker)[] _workers = [];

    public bool Reads(string component) => _tails.Exists(tail => tail.Component == component);

    public void Begin(string component) => _tails.Add(new Tail(component));

    /// <summary>True: nobody reads any log now.</summary>
    public bool End(string component, IReadOnlyList<ClassSpec> classes, out AccessExcerpt excerpt)
    {
        var tail = _tails.Find(tail => tail.Component == component)!;
        excerpt = tail.Excerpt(classes);
        _tails.Remove(tail);
        return _tails.Count == 0;
    }

    /// <summary>An application takes a request.</summary>
    public void Work(int slot, int life, IWorker worker)
    {
        if (slot >= _workers.Length) Array.Resize(ref _workers, Math.Max(slot + 1, 2 * _workers.Length));
        _workers[slot] = (life, worker);
    }

    /// <summary>Null: no application has, or it did before the watching.</summary>
    public IWorker? WorkerOf(int slot, int life) =>
        slot < _workers.Length && _workers[slot].Life == life ? _workers[slot].Worker : null;

    public void Write(string component, in Entry entry)
    {
        foreach (var tail in _tails)
            if (tail.Component == component) tail.Write(entry);
    }

    /// <summary>A line. Upstream: a server; null: none.</summary>
    public readonly record struct Entry(
        long AtNs, int Class, bool Write, Cause Cause, long TookNs, string Upstream, string Version);

    private sealed class Tail(string component)
    {
        private readonly Entry[] _last = new Entry[Lines];
        private long _written;
        private long _failed;

        public string Component => component;

        public void Write(in Entry entry)
        {
            _last[_written++ % Lines] = entry;
            if (entry.Cause != Cause.None) _failed++;
        }

        public AccessExcerpt Excerpt(IReadOnlyList<ClassSpec> classes)
        {
            var lines = ImmutableArray.CreateBuilder<AccessLine>();
            for (var line = Math.Max(0, _written - Lines); line < _written; line++)
            {
                var entry = _last[line % Lines];
                lines.Add(new AccessLine(
                    entry.AtNs, classes[entry.Class].Source, classes[entry.Class].Id, entry.Write, entry.Cause, entry.TookNs,
                    entry.Upstream, entry.Version));
            }

            return new AccessExcerpt(_written, _failed, lines.ToImmutable());
        }
    }
}
