using System.IO.Compression;
using System.Runtime.CompilerServices;
using MessagePack;
using OpsGame.Server.Packing;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Wire;

/// <summary>
/// The bytes of frames, as they stand in Golden/Packed: full.bin, then delta.bin, and beside each what is read from it; the web
/// client's tests read the same files. To change them on purpose, run once with GOLDEN=write.
/// </summary>
public sealed class PackedTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "Golden", "Packed");

    private readonly FramePacker _packer = new(Samples.Frame, series: 300);
    private readonly FrameUnpacker _client = new();

    [Fact]
    public void AFullFrameHasItsGoldenBytes() => IsGolden("full", _packer.Whole(Samples.Frame.Events));

    [Fact]
    public void ADeltaHasItsGoldenBytes()
    {
        _client.Read(_packer.Whole([]));
        IsGolden("delta", _packer.Next(Samples.Next));
    }

    [Fact]
    public void ADeltaIsReadAsTheWholeFrameItLeadsTo()
    {
        _client.Read(_packer.Whole([]));
        var delta = _client.Read(_packer.Next(Samples.Next));
        var whole = new FrameUnpacker().Read(new FramePacker(Samples.Next, series: 1).Whole([]))!;
        Assert.Equal(Show(whole with { Full = false, Previous = 4, Traces = delta!.Traces }), Show(delta));
        Assert.Equal(Samples.Next.Traces[0].StartMs, delta.Traces[0].StartMs);
    }

    [Fact]
    public void WhatDidNotChangeCostsNothing()
    {
        _packer.Next(Samples.Next);
        var same = _packer.Next(Samples.Next with { Tick = 6, Traces = [] });
        // kind, series, number, mask, tick
        Assert.Equal(6, same.Length);
    }

    [Fact]
    public void WhatChangedLessThanIsShownIsNotSent()
    {
        var still = Samples.Frame with { Events = [], Traces = [] };
        var (nothing, server) = (_packer.Next(still).Length, still.Servers[0]);
        Assert.Equal(nothing, _packer.Next(still with { Servers = [server with { Cpu = server.Cpu + 0.0001 }] }).Length);
        Assert.True(nothing < _packer.Next(still with { Servers = [server with { Cpu = server.Cpu + 0.01 }] }).Length);
    }

    [Fact]
    public void AFullFrameLaterOnIsContinuedByTheSameDeltas()
    {
        var late = new FrameUnpacker();
        _client.Read(_packer.Whole([]));
        _client.Read(_packer.Next(Samples.Next));
        late.Read(_packer.Whole([]));
        var next = _packer.Next(Samples.Frame with { Tick = 6, Alerts = [] });
        Assert.Equal(Show(_client.Read(next)!), Show(late.Read(next)!));
    }

    [Fact]
    public void ADeltaThatDoesNotFollowIsNotRead()
    {
        Assert.Null(_client.Read(_packer.Next(Samples.Next)));
        _client.Read(_packer.Whole([]));
        _packer.Next(Samples.Frame with { Tick = 6 });
        Assert.Null(_client.Read(_packer.Next(Samples.Frame with { Tick = 7 })));
        _client.Read(_packer.Whole([]));
        Assert.Null(_client.Read(new FramePacker(Samples.Next, series: 301).Next(Samples.Frame with { Tick = 6 })));
    }

    private static void IsGolden(string name, byte[] bytes)
    {
        var file = Path.Combine(Folder, name + ".bin");
        var client = new FrameUnpacker();
        if (name != "full") client.Read(File.ReadAllBytes(Path.Combine(Folder, "full.bin")));
        var read = Show(client.Read(bytes)!) + "\n";
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(file, bytes);
            File.WriteAllText(Path.ChangeExtension(file, ".json"), read);
        }

        Assert.Equal(Plain(File.ReadAllBytes(file)), Plain(bytes));
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(file, ".json")), read);
    }

    /// <summary>Other versions of zlib compress the same otherwise.</summary>
    private static byte[] Plain(byte[] bytes)
    {
        if (bytes[0] != FramePacker.Full) return bytes;
        const int head = 4;
        using var inflating = new ZLibStream(new MemoryStream(bytes, head, bytes.Length - head), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        plain.Write(bytes, 0, head);
        inflating.CopyTo(plain);
        return plain.ToArray();
    }

    private static string Show(Frame frame) => MessagePackSerializer.SerializeToJson(frame, WireProtocol.Options);

    private static string Here([CallerFilePath] string path = "") => path;
}
