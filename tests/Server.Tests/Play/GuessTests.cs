using OpsGame.Server.Tests.Hosting;

namespace OpsGame.Server.Tests.Play;

/// <summary>Whoever tries codes until one fits is stopped; whoever has a seat comes back to it.</summary>
public sealed class GuessTests
{
    private const string Guesser = "198.51.100.7";
    private const string Guest = "198.51.100.8";

    [Fact]
    public async Task WrongCodesAreCountedByAddressWhateverTheConnection()
    {
        await using var server = await SetServer.Begin("--Proxies:Known", RawLine.Here);
        await using var grace = await Player.Connect(server.Address);
        Assert.Null((await grace.Create(await PlayTests.Balancers(grace), "Grace", ["Red"])).Refusal);
        var code = grace.Seat!.Code;
        await using var ada = await Player.Connect(server.Address, forwardedFor: Guesser);
        Assert.Null((await ada.Join(code, "Ada")).Refusal);
        Assert.Equal("too-many-guesses", await Guess(server));

        await using var guesser = await Player.Connect(server.Address, forwardedFor: Guesser);
        Assert.Equal("too-many-guesses", (await guesser.FindDrill(code)).Refusal?.Code);
        Assert.Equal("too-many-guesses", (await guesser.Join(code, "Eve")).Refusal?.Code);
        await using var guest = await Player.Connect(server.Address, forwardedFor: Guest);
        Assert.Null((await guest.Join(code, "Bo")).Refusal);
        await using var again = await Player.Connect(server.Address, forwardedFor: Guesser);
        Assert.Equal("Ada", (await again.Resume(ada.Seat!.Token)).Seat?.Name);
    }

    [Fact]
    public async Task AClassThatComesInAtOnceIsWelcome()
    {
        await using var server = await SetServer.Begin();
        await using var grace = await server.Connect();
        Assert.Null((await grace.Create(await PlayTests.Balancers(grace), "Grace", ["Red"])).Refusal);
        await using var one = await server.Connect();
        await using var two = await server.Connect();
        await using var three = await server.Connect();
        // 20 is what a connection may ask for in a moment
        var looks =
            new[] { one, two, three }.SelectMany(hub => Enumerable.Range(0, 20).Select(_ => hub.FindDrill(grace.Seat!.Code)));
        Assert.All(await Task.WhenAll(looks), look => Assert.Null(look.Refusal));
    }

    /// <summary>What the last of many wrong codes is answered with; no connection asks for too much in a moment.</summary>
    private static async Task<string?> Guess(SetServer server)
    {
        string? last = null;
        for (var connection = 0; connection < 4; connection++)
        {
            await using var hub = await Player.Connect(server.Address, forwardedFor: Guesser);
            for (var i = 0; i < 15; i++) last = (await hub.FindDrill("ZZZZZZ")).Refusal?.Code;
        }

        return last;
    }
}
