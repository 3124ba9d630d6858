using OpsGame.Server.Packing;
using OpsGame.Server.Wire;

namespace OpsGame.Load;

/// <summary>
/// An estate as all its clients here see it. They are sent the same bytes, which are read once: reading for thousands would
/// measure the readers.
/// </summary>
internal sealed class EstateSight
{
    private const int Kept = 32;

    private readonly Lock _gate = new();
    private readonly FrameUnpacker _estate = new();
    private readonly Queue<(byte[] Bytes, Frame Frame)> _read = new();

    /// <summary>Null: it follows on something nobody here was told.</summary>
    public Frame? Read(byte[] bytes)
    {
        lock (_gate)
        {
            foreach (var (known, frame) in _read)
                if (known.AsSpan().SequenceEqual(bytes)) return frame;
            // what is behind the others must not take them back
            var behind = FrameUnpacker.IsFull(bytes) && _read.Count > 0;
            if ((behind ? new FrameUnpacker() : _estate).Read(bytes) is not { } now) return null;
            if (behind && now.Tick > _read.Max(one => one.Frame.Tick)) _estate.Read(bytes);
            _read.Enqueue((bytes, now));
            if (_read.Count > Kept) _read.Dequeue();
            return now;
        }
    }
}
