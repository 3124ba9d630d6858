using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>What somebody who comes for the first time fetches, as it goes over the line: compressed, with fonts.</summary>
public sealed class FirstLoadTests(Place place, ITestOutputHelper output)
{
    private const int BytesMost = 350 * 1024;

    [Theory]
    [InlineData("en-GB")]
    [InlineData("ko-KR")]
    public async Task HomeIsSmallAndTheRestComesWhenSomebodyStirs(string locale)
    {
        // an address without the page: nothing of it has been fetched yet
        await using var person = await place.Arrives(locale, path: "/health");
        var line = await person.Page.Context.NewCDPSessionAsync(person.Page);
        var bytes = 0.0;
        line.Event("Network.loadingFinished").OnEvent +=
            (_, said) => bytes += said!.Value.GetProperty("encodedDataLength").GetDouble();
        await line.SendAsync("Network.enable");
        List<string> asked = [];
        person.Page.Request += (_, request) => asked.Add(request.Url);
        person.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => bytes += frame.Binary?.Length ?? 0;

        await person.Page.GotoAsync(place.Server.Url);
        await Expect(person.At($"play-{Place.Everything}")).ToBeEnabledAsync();
        await person.Page.EvaluateAsync("() => document.fonts.ready");
        await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        output.WriteLine($"{locale}: {bytes / 1024:0} KiB");
        Assert.InRange(bytes, 100 * 1024, BytesMost);
        Assert.DoesNotContain(asked, url => url.Contains("/Play-", StringComparison.Ordinal));

        await person.Page.RunAndWaitForRequestAsync(
            () => person.Page.Mouse.MoveAsync(300, 300), request => request.Url.Contains("/Play-", StringComparison.Ordinal));
    }
}
