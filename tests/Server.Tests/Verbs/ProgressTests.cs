using OpsGame.Server.Runs;

namespace OpsGame.Server.Tests.Verbs;

public class ProgressTests
{
    [Fact]
    public void ABarGrowsToTheEndAndLeavesNothingBehind()
    {
        var screen = new StringWriter();
        var progress = new Progress(screen, 4);
        for (var step = 0; step < 4; step++) progress.Step();
        progress.Clear();
        var drawn = screen.ToString().Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["25 %", "50 %", "75 %", "100 %"], drawn[..4].Select(line => line[(line.IndexOf(']') + 1)..].Trim()));
        Assert.True(string.IsNullOrWhiteSpace(drawn[4]) && drawn[4].Length >= drawn[3].Length);
    }

    [Fact]
    public void OnePercentIsDrawnOnce()
    {
        var screen = new StringWriter();
        var progress = new Progress(screen, 10_000);
        Parallel.For(0, 10_000, _ => progress.Step());
        Assert.Equal(101, screen.ToString().Count(letter => letter == '\r'));
    }

    [Fact]
    public void NoProgressIsWrittenToAPipe()
    {
        var pipe = new StringWriter();
        var progress = Progress.On(pipe, 1);
        progress.Step();
        progress.Clear();
        Assert.Equal("", pipe.ToString());
    }
}
