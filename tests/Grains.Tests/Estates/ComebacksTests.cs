using Microsoft.Extensions.Logging.Abstractions;
using OpsGame.Grains.Estates;

namespace OpsGame.Grains.Tests.Estates;

public sealed class ComebacksTests
{
    private readonly Comebacks _comebacks = new(new ManualTime(), NullLogger<Comebacks>.Instance);

    [Fact]
    public void AsManyAsThereAreCoresAreBroughtBackAtATime()
    {
        for (var core = 0; core < Environment.ProcessorCount; core++) Assert.True(_comebacks.Turn($"{core}").IsCompleted);
        Assert.False(_comebacks.Turn("one more").IsCompleted);
    }

    [Fact]
    public async Task WhomSomebodyWaitsForIsNext()
    {
        for (var core = 0; core < Environment.ProcessorCount; core++) await _comebacks.Turn($"{core}");
        var (one, other, hurried) = (_comebacks.Turn("one"), _comebacks.Turn("other"), _comebacks.Turn("hurried"));
        _comebacks.Hurry("hurried");
        _comebacks.Hurry("who is not there");

        _comebacks.End();
        await hurried;
        Assert.False(one.IsCompleted);
        _comebacks.End();
        await one;
        Assert.False(other.IsCompleted);
        _comebacks.End();
        await other;
    }
}
