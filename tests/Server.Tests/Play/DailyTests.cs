using OpsGame.Server.Scenarios;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>The drill of the day, which everybody may play at once.</summary>
public sealed class DailyTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task EverybodyPlaysTheSameDayAlsoWhileOthersDo()
    {
        await using var ada = await server.Connect();
        await using var bo = await server.Connect();
        var today = (await ada.Daily())!;
        Assert.Equal(DailyDrill.Show(DateOnly.FromDateTime(DateTime.UtcNow)), today.Date);
        foreach (var player in (Player[])[ada, bo])
        {
            var answer = await player.PlayDaily();
            Assert.Null(answer.Refusal);
            Assert.Equal((today.Scenario, "running"), (answer.Seat!.Scenario.Id, answer.Seat.Room.Status));
            await player.Sees(frame => frame.Tick >= 4);
        }

        await ada.Sees(frame => frame.Tick >= 24);
        await bo.Sees(frame => frame.Tick >= 24);
        var both = InFlight(ada).Where(tick => InFlight(bo).ContainsKey(tick.Key)).ToArray();
        Assert.True(both.Length > 10);
        Assert.All(both, tick => Assert.Equal(tick.Value, InFlight(bo)[tick.Key]));

        Assert.Null(await ada.Order(nameof(IDrillHub.Finish)));
        await ada.SeesRoom(room => room.Status == "finished");
        Assert.Null((await ada.PlayAgain()).Refusal);
    }

    private static Dictionary<long, int> InFlight(Player player) =>
        player.Frames.DistinctBy(frame => frame.Tick).ToDictionary(frame => (long)frame.Tick, frame => frame.Service.InFlight);
}
