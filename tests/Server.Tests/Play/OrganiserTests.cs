using OpsGame.Server.Tests.Play.Proofs;

namespace OpsGame.Server.Tests.Play;

/// <summary>Who runs the server keeps order on it.</summary>
public sealed class OrganiserTests(OrganiserTests.OnlyTheOrganiser server) : IClassFixture<OrganiserTests.OnlyTheOrganiser>
{
    [Fact]
    public async Task OnlyTheOrganiserCreatesDrillsWhenTheSettingSaysSo()
    {
        await using var stranger = await server.Connect();
        Assert.Equal("organiser-only", (await stranger.PlayNow(Proving.Alone)).Refusal?.Code);
        Assert.Equal("organiser-only", (await stranger.Create(Proving.Alone, "Grace", ["Red"])).Refusal?.Code);
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        Assert.Null((await organiser.PlayNow(Proving.Alone)).Refusal);
    }

    [Fact]
    public async Task TheOrganiserEndsManyDrillsAtOnceAndNoOthers()
    {
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        await organiser.PlayNow(Proving.Alone);
        var alone = organiser.Seat!;
        await organiser.Create(Proving.Alone, "Grace", ["Red", "Blue"]);
        var (lobby, stays) = (organiser.Seat!, (await organiser.Create(Proving.Alone, "Grace", ["Red"])).Seat!);
        await organiser.SeesRoom(room => room.Drill == stays.Drill && room.People.Any(person => person.Online));
        var card = (await organiser.Drills()).Single(each => each.Drill == lobby.Drill);
        Assert.Equal((2, 1, 0, "lobby"), (card.Teams, card.People, card.Online, card.Status));
        Assert.Equal(1, (await organiser.Drills()).Single(each => each.Drill == stays.Drill).Online);

        Assert.Null(await organiser.EndDrills(alone.Drill, lobby.Drill, "no such drill"));
        var left = (await organiser.Drills()).ToDictionary(each => each.Drill, each => each.Status);
        Assert.Equal(("finished", "lobby"), (left[alone.Drill], left[stays.Drill]));
        Assert.DoesNotContain(lobby.Drill, left.Keys);
        Assert.Equal("request-invalid", await organiser.EndDrills([.. Enumerable.Repeat("x", 501)]));
        await using var stranger = await server.Connect();
        Assert.Equal("organiser-only", await stranger.EndDrills(stays.Drill));
    }

    [Fact]
    public async Task NoLimitOfAnAddressBindsTheOrganiser()
    {
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        for (var i = 0; i < 3; i++) Assert.Null((await organiser.Create(Proving.Alone, "Grace", ["Red"], seed: 5)).Refusal);
    }

    [Fact]
    public async Task AnAddressIsRateLimitedAndTheOrganiserIsNot()
    {
        await using var other = new FewCalls();
        await other.InitializeAsync();
        await using var organiser = await other.Connect(await other.OrganiserCookie());
        // each connection by itself asks for little
        string?[] codes = [];
        while (!codes.Contains("too-fast"))
        {
            var hubs = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => other.Connect()));
            codes = await Task.WhenAll(hubs.Select(async hub => (await hub.Join("ZZZZZZ", "Ada")).Refusal?.Code));
            foreach (var hub in hubs) await hub.DisposeAsync();
        }

        Assert.All(codes, code => Assert.True(code is "too-fast" or "code-unknown", code));
        for (var i = 0; i < 10; i++) Assert.Equal("code-unknown", (await organiser.Join("ZZZZZZ", "Ada")).Refusal?.Code);
    }

    public sealed class FewCalls : Proving
    {
        protected override string[] Settings(string directory) => [.. base.Settings(directory), "--Drills:CallsPerAddress", "1"];
    }

    public sealed class OnlyTheOrganiser : Proving
    {
        protected override string[] Settings(string directory) =>
        [
            .. base.Settings(directory), "--Drills:OnlyOrganiserCreates", "true", "--Drills:OnlyOrganiserPlays", "true",
            "--Drills:EstatesPerAddress", "1",
        ];
    }
}
