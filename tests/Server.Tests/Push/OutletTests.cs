using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;
using OpsGame.Server.Push;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Push;

/// <summary>What is kept for a connection that does not read: which topics have something newer, and nothing else.</summary>
public sealed class OutletTests
{
    private const long PipeBytes = 64;

    private readonly MessagePackHubProtocol _protocol = new();
    private readonly Pipe _wire = new(new PipeOptions(
        pauseWriterThreshold: PipeBytes, resumeWriterThreshold: PipeBytes / 2, useSynchronizationContext: false));

    private readonly Outlet _outlet;
    private readonly Latest _board = new(nameof(IDrillClient.Board));
    private readonly Latest _other = new("Other");

    public OutletTests()
    {
        var wire = new DefaultConnectionContext { Transport = new Line(new Pipe().Reader, _wire.Writer) };
        var connection = new HubConnectionContext(wire, new HubConnectionContextOptions(), NullLoggerFactory.Instance);
        connection.Protocol = _protocol;
        _outlet = new Outlet(connection, NullLogger.Instance);
    }

    [Fact]
    public async Task AReaderGetsEverythingInOrder()
    {
        _outlet.Follow(_board);
        for (var word = 1; word <= 50; word++)
        {
            _board.Say($"{word}");
            Assert.Equal([$"Board {word}"], await Read());
        }

        Assert.Equal(0, _outlet.Due);
    }

    [Fact]
    public async Task AStalledReaderGetsOnlyTheNewestOfEachTopicAfterwards()
    {
        _outlet.Follow(_board);
        _outlet.Follow(_other);
        for (var word = 1; word <= 10_000; word++)
        {
            _board.Say($"{word}");
            _other.Say($"{word}");
            Assert.InRange(_outlet.Due, 0, 2);
        }

        var read = await ReadToTheNewest();
        Assert.Equal(["Board 10000", "Other 10000"], read.TakeLast(2).Order());
        Assert.InRange(read.Count, 4, 20);
        Assert.Equal(0, _outlet.Due);
    }

    [Fact]
    public async Task AnUnfollowedTopicIsNotSent()
    {
        _outlet.Follow(_board);
        _outlet.Leave(_board);
        _board.Say("1");
        _outlet.Follow(_other);
        _other.Say("2");
        Assert.Equal(["Other 2"], await Read());
        Assert.False(_board.IsFollowed);
    }

    [Fact]
    public void AClosedConnectionFollowsNoTopic()
    {
        _outlet.Follow(_board);
        _outlet.Close();
        Assert.False(_outlet.Follow(_other));
        Assert.False(_board.IsFollowed);
        Assert.False(_other.IsFollowed);
    }

    [Fact]
    public void AConnectionFollowsALimitedNumberOfTopics()
    {
        for (var topic = 0; topic < Outlet.MostTopics; topic++) Assert.True(_outlet.Follow(new Latest("Board")));
        Assert.False(_outlet.Follow(_board));
        Assert.False(_board.IsFollowed);
    }

    private async Task<List<string>> ReadToTheNewest()
    {
        var all = new List<string>();
        do all.AddRange(await Read());
        while (all.Count(word => word.EndsWith(" 10000", StringComparison.Ordinal)) < 2);
        return all;
    }

    /// <summary>What has come so far, at least one.</summary>
    private async Task<List<string>> Read()
    {
        var words = new List<string>();
        var result = await _wire.Reader.ReadAsync(TestContext.Current.CancellationToken);
        var bytes = result.Buffer;
        while (_protocol.TryParseMessage(ref bytes, new Binder(), out var message))
            words.Add(message is InvocationMessage { Arguments: [string word] } told ? $"{told.Target} {word}" : "");
        _wire.Reader.AdvanceTo(bytes.Start, bytes.End);
        return words;
    }

    private sealed record Line(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Binder : IInvocationBinder
    {
        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [typeof(string)];

        public Type GetReturnType(string invocationId) => typeof(string);

        public Type GetStreamItemType(string streamId) => typeof(string);
    }
}
