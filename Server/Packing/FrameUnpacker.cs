using System.IO.Compression;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Packing;

/// <summary>A client's side of <see cref="FramePacker"/>: the estate as last told, whole.</summary>
public sealed class FrameUnpacker
{
    private Words _words = new();
    private (ulong Series, ulong Number) _at;
    private Frame? _told;

    public static bool IsFull(byte[] bytes) => bytes[0] == FramePacker.Full;

    /// <summary>Null: it does not follow on what is known here, and only a full frame helps.</summary>
    public Frame? Read(byte[] bytes)
    {
        var from = new PackReader(bytes, 1, _words);
        var at = (Series: from.Count(), Number: from.Count());
        if (IsFull(bytes)) return Begin(at, Inflated(from.Rest));
        if (_told is null || at != _at) return null;
        _at.Number++;
        var frame = Packs.OfFrame.Read(from, _told) with { Previous = _told.Tick };
        _told = FramePacker.AsTold(frame);
        return frame;
    }

    private Frame Begin((ulong Series, ulong Number) at, byte[] bytes)
    {
        (_at, _words) = (at, new Words());
        var from = new PackReader(bytes, 0, _words);
        for (var left = from.Count(); left > 0; left--) _words.Learn(from.Letters());
        var frame = Packs.OfFrame.Read(from, null!);
        _told = FramePacker.AsTold(frame);
        return frame with { Full = true, Previous = frame.Tick };
    }

    private static byte[] Inflated(byte[] bytes)
    {
        using var inflating = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        inflating.CopyTo(whole);
        return whole.ToArray();
    }
}
