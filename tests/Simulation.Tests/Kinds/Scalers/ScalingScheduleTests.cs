using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Scalers;

/// <summary>A schedule somebody writes into one line, and the scaler that keeps it.</summary>
public sealed class ScalingScheduleTests
{
    private readonly Play _play =
        new Play(ScalerTests.Scaled(ScalerTests.Policy() with { Kind = ScalingKind.Off, Min = 1 }, rate: 20)).Pass(5);

    [Theory]
    [InlineData("0s 4, 2m 8, 5m 4", "0s 4, 2m 8, 5m 4")]
    [InlineData("0s 4,90s 8", "0s 4, 90s 8")]
    [InlineData(" 1m30s   0 ", "90s 0")]
    [InlineData("0.5s 1, 1h 100", "500ms 1, 1h 100")]
    [InlineData("none", "none")]
    public void AScheduleIsParsedAndPrinted(string text, string shown)
    {
        Assert.Null(ScalingSchedule.Read("schedule", text, out var schedule));
        Assert.Equal(shown, ScalingSchedule.Show(schedule));
    }

    [Theory]
    [InlineData("2m", "schedule-unreadable")]
    [InlineData("2 4", "schedule-unreadable")]
    [InlineData("2m 4 5", "schedule-unreadable")]
    [InlineData("2m -1", "schedule-unreadable")]
    [InlineData("2m 101", "schedule-unreadable")]
    [InlineData("2m 4,", "schedule-unreadable")]
    [InlineData("30s1m 4", "schedule-unreadable")]
    [InlineData("none, 2m 4", "schedule-unreadable")]
    [InlineData("0s 2, 0s 3", "schedule-not-in-order")]
    [InlineData("2m 2, 1m 3", "schedule-not-in-order")]
    [InlineData(
        "1s 1,2s 1,3s 1,4s 1,5s 1,6s 1,7s 1,8s 1,9s 1,10s 1,11s 1,12s 1,13s 1,14s 1,15s 1,16s 1,17s 1,18s 1,19s 1,20s 1,21s 1",
        "schedule-too-long")]
    public void AnUnreadableScheduleIsRefused(string text, string code) =>
        Assert.Equal(code, ScalingSchedule.Read("schedule", text, out _)?.Code);

    [Fact]
    public void ServersComeAndGoByTheClock()
    {
        Assert.Equal("scaling-scheduled", Set("schedule", "0s 2, 40s 4, 1m40s 1").Code);
        Assert.Equal("0s 2, 40s 4, 100s 1", ScalingSchedule.Show(_play.World.Scalers[0].Policy.Schedule));

        // a boot of 20 s and a check of 5 s later they serve
        Assert.Equal(2, ScalerTests.Serving(_play.Pass(30)));
        Assert.Equal(4, ScalerTests.Serving(_play.Pass(35)));
        Assert.Equal(1, ScalerTests.Serving(_play.Pass(60)));
        Assert.Equal(
            [40, 100], [.. ScalerTests.Told(_play, "scaler-scales-out"), .. ScalerTests.Told(_play, "scaler-scales-in")]);
        Assert.Equal(0, _play.Failed);
    }

    [Fact]
    public void WithTargetTrackingTheScheduleIsAMinimum()
    {
        Set("target", "0s 3, 1m 1");

        Assert.Equal(3, ScalerTests.Serving(_play.Pass(35)));
        Assert.True(ScalerTests.Serving(_play.Pass(200)) < 3);
    }

    [Fact]
    public void KeepLeavesItAndThePolicyScheduleNeedsOne()
    {
        Set("schedule", "0s 2, 40s 4");
        Set("schedule", "keep");
        Assert.Equal(2, _play.World.Scalers[0].Policy.Schedule.Length);

        Assert.Equal("scaling-schedule-missing", Set("schedule", "none").Code);
        Assert.Equal(2, _play.World.Scalers[0].Policy.Schedule.Length);
        Assert.Equal("scaling-set", Set("target", "none").Code);
        Assert.Empty(_play.World.Scalers[0].Policy.Schedule);
        Assert.Equal("scaling-schedule-missing", Set("schedule", "keep").Code);
    }

    [Fact]
    public void ItsFormStartsFromWhatIsSetAndAMistakeIsShownBeforeItIsSent()
    {
        Set("schedule", "0s 2, 40s 4");

        var preview = Preview.Of(_play.World, Asked("0s 2, 5m"));
        Assert.Equal(("schedule-unreadable", "5m"), (preview.Refusal?.Code, preview.Refusal?.Args[1]));
        Assert.Equal(("schedule", "0s 2, 40s 4"), (preview.Present["policy"], preview.Present["schedule"]));
        Assert.Equal("schedule-beyond-drill", Preview.Of(_play.World, Asked("0s 2, 5h 4")).Refusal?.Code);
        Assert.Null(Preview.Of(_play.World, Asked("0s 2, 5m 4")).Refusal);
    }

    [Fact]
    public void UndoRestoresThePreviousSchedule()
    {
        Set("schedule", "0s 2, 40s 4");
        var changed = Set("target", "none");
        Assert.Equal("0s 2, 40s 4", changed.Undo?.Args["schedule"]);

        _play.TakesBack(changed, changed.Undo!);

        Assert.Equal((ScalingKind.Schedule, "0s 2, 40s 4"),
            (_play.World.Scalers[0].Policy.Kind, ScalingSchedule.Show(_play.World.Scalers[0].Policy.Schedule)));
    }

    /// <summary>Of a log from before there was the choice.</summary>
    [Fact]
    public void ACommandWithoutTheChoiceKeepsTheSchedule()
    {
        Set("schedule", "0s 2, 40s 4");
        var plain = _play.Command("ann", "set-scaling", "scaler", ("policy", "target"), ("min", "1"));

        _play.Order(plain with { Args = plain.Args.Remove("schedule") }).Pass(1);

        Assert.Equal("0s 2, 40s 4", ScalingSchedule.Show(_play.World.Scalers[0].Policy.Schedule));
    }

    private DomainEvent Set(string policy, string schedule) => _play.Does(
        "set-scaling", "scaler", ("policy", policy), ("min", "1"), ("max", "6"), ("cooldown", "5"), ("warmup", "5"),
        ("target", "0.5"), ("schedule", schedule));

    private Command Asked(string schedule) => _play.Command("ann", "set-scaling", "scaler", ("policy", "schedule")) is var plain
        ? plain with { Args = plain.Args.SetItem("schedule", schedule) }
        : plain;
}
