using OpsGame.Server.Verification;

namespace OpsGame.Server.Tests.Push;

/// <summary>What many ask for is made once for all of them, and not kept when it is wrong or old.</summary>
public sealed class SharedTests
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);

    private readonly Clock _clock = new();
    private readonly Shared<string, int> _shared;
    private int _made;

    public SharedTests() => _shared = new Shared<string, int>(_clock, Lasts);

    [Fact]
    public async Task AValueIsComputedOnceForAllWhoAskWhileItIsFresh()
    {
        Assert.Equal((1, 1, 1), (await Get("a"), await Get("a"), await Get("a")));
        Assert.Equal(2, await Get("b"));
        _clock.Now += Lasts;
        Assert.Equal((3, 3), (await Get("a"), await Get("a")));
    }

    [Fact]
    public async Task AnInvalidatedValueIsComputedAgain()
    {
        Assert.Equal((1, 2), (await Get("a"), await Get("b")));
        _shared.Drop(key => key == "a");
        Assert.Equal((3, 2), (await Get("a"), await Get("b")));
    }

    [Fact]
    public async Task AFailedComputationIsTriedAgain()
    {
        var failed = Task.FromException<int>(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => _shared.Get("a", () => failed));
        Assert.Equal(1, await Get("a"));
    }

    private Task<int> Get(string key) => _shared.Get(key, () => Task.FromResult(++_made));

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
