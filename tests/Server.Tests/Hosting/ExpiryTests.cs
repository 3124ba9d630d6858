using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>Drills that are over stay as long as a setting says.</summary>
public sealed class ExpiryTests
{
    [Fact]
    public async Task AFinishedDrillIsDeletedAfterTheTimeOfTheSettingAndALiveOneIsNot()
    {
        await using var server = await SetServer.Begin();
        await using (var player = await server.Connect())
        {
            await player.PlayNow();
            Assert.Null(await player.Order(nameof(IDrillHub.Finish)));
            await player.PlayNow();
        }

        await server.Stop();
        server.With = ["--Drills:KeepFor", "1h"];
        await server.Start();
        Assert.Equal(["finished", "running"], await Statuses(server));

        await server.Stop();
        server.With = ["--Drills:KeepFor", "1s"];
        await server.Start();
        while ((await Statuses(server)).Contains("finished"))
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        Assert.Equal(["running"], await Statuses(server));
    }

    private static async Task<string[]> Statuses(SetServer server)
    {
        using var browser = new Browser(server);
        await browser.SignIn();
        await using var organiser = await server.Connect(browser.Cookie);
        return [.. (await organiser.Drills()).Select(card => card.Status).Order(StringComparer.Ordinal)];
    }
}
