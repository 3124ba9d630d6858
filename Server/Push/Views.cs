using MessagePack;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Push;

/// <summary>What the clients of an estate were last told, and so what a tick changes for them.</summary>
internal sealed class Views
{
    private readonly Dictionary<string, byte[]> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _applies = new(StringComparer.Ordinal);
    private byte[] _score = [];
    private byte[] _alerts = [];
    private byte[] _hints = [];
    private byte[] _looks = [];
    private byte[] _desk = [];
    private long _tick;

    /// <summary>The delta from what was told before to this full frame; afterwards this frame counts as told.</summary>
    public Frame Delta(Frame full)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        var delta = full with
        {
            Full = false,
            Previous = _tick,
            Racks = Changed(full.Racks, view => view.Id, _components, present),
            Servers = Changed(full.Servers, view => view.Id, _components, present),
            Balancers = Changed(full.Balancers, view => view.Id, _components, present),
            Caches = Changed(full.Caches, view => view.Id, _components, present),
            Databases = Changed(full.Databases, view => view.Id, _components, present),
            Rollouts = Changed(full.Rollouts, view => view.Id, _components, present),
            Dns = Changed(full.Dns, view => view.Id, _components, present),
            Certificates = Changed(full.Certificates, view => view.Id, _components, present),
            Scalers = Changed(full.Scalers, view => view.Id, _components, present),
            Queues = Changed(full.Queues, view => view.Id, _components, present),
            Findings = Changed(full.Findings, view => view.Id, _components, present),
            Applies = Changed(full.Applies, view => view.Id, _applies, present),
            Gone = [.. _components.Keys.Where(id => !present.Contains(id))],
            Score = Changed(ref _score, full.Score) ? full.Score : null,
            Alerts = Changed(ref _alerts, full.Alerts) ? full.Alerts : null,
            Hints = Changed(ref _hints, full.Hints) ? full.Hints : null,
            Looks = Changed(ref _looks, full.Looks) ? full.Looks : null,
            Desk = Changed(ref _desk, full.Desk) ? full.Desk : null,
        };
        foreach (var id in delta.Gone)
        {
            _components.Remove(id);
            _applies.Remove(id);
        }

        _tick = full.Tick;
        return delta;
    }

    private static T[] Changed<T>(
        T[] views, Func<T, string> idOf, Dictionary<string, byte[]> known, HashSet<string> present)
    {
        var changed = new List<T>();
        foreach (var view in views)
        {
            var id = idOf(view);
            present.Add(id);
            var told = known.GetValueOrDefault(id, []);
            if (!Changed(ref told, view)) continue;
            known[id] = told;
            changed.Add(view);
        }

        return [.. changed];
    }

    // Records with arrays in them are not equal by value; their bytes on the wire are.
    private static bool Changed<T>(ref byte[] told, T now)
    {
        var bytes = MessagePackSerializer.Serialize(now, WireProtocol.Options);
        if (bytes.AsSpan().SequenceEqual(told)) return false;
        told = bytes;
        return true;
    }
}
