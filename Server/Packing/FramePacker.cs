using System.IO.Compression;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Packing;

/// <summary>
/// What the clients of an estate were last told, and so what the next frame changes for them; see README.md for the bytes. It
/// compares the views themselves: nothing is serialised to find what changed.
/// </summary>
internal sealed class FramePacker
{
    public const byte Delta = 0, Full = 1;

    private readonly Words _words = new();
    private readonly ulong _series;
    private Frame _told;
    private ulong _number;

    /// <summary>Nobody has been told anything yet: begins with this frame.</summary>
    /// <param name="series">What tells its frames from those of other packers.</param>
    public FramePacker(Frame first, ulong series)
    {
        (_told, _series) = (AsTold(first), series);
        // so that the deltas that follow know the words of the full frame
        Packs.OfFrame.Write(new PackWriter(_words, learns: true), null!, _told);
    }

    /// <summary>For who was told the frame before.</summary>
    public byte[] Next(Frame frame)
    {
        var to = new PackWriter(_words, learns: true);
        Head(to, Delta);
        _number++;
        var now = frame with { Full = false, Previous = 0 };
        Packs.OfFrame.Write(to, _told, now);
        _told = AsTold(now);
        return to.Written.ToArray();
    }

    /// <summary>For who was told nothing, or not enough: what was last told, whole.</summary>
    public byte[] Whole(EventView[] recent)
    {
        var to = new PackWriter(_words, learns: false);
        to.Count((ulong)_words.All.Count);
        foreach (var word in _words.All) to.Letters(word);
        Packs.OfFrame.Write(to, null!, _told with { Events = recent });
        var head = new PackWriter(_words, learns: false);
        Head(head, Full);
        using var bytes = new MemoryStream();
        bytes.Write(head.Written);
        using (var compressing = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true)) compressing.Write(to.Written);
        return bytes.ToArray();
    }

    /// <summary>With the number of the frame that it follows on, or is.</summary>
    private void Head(PackWriter to, byte kind)
    {
        to.Byte(kind);
        to.Count(_series);
        to.Count(_number);
    }

    /// <summary>A frame as the next one follows on it: without what only its own message says.</summary>
    public static Frame AsTold(Frame frame) => frame with { Full = false, Previous = 0, Events = [], Traces = [] };
}
