using System.Net;
using System.Text.Json.Nodes;
using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Learn;

/// <summary>What a browser gets of Learn.</summary>
public sealed class LearnDoorTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task AKnobTurnedGivesAnotherFilm()
    {
        var (usual, turned) = (await Read("load/film"), await Read("load/film?rate=4"));
        Assert.NotEqual(usual["figures"]!.ToJsonString(), turned["figures"]!.ToJsonString());
        Assert.Equal(121, usual["frames"]!.AsArray().Count);
    }

    [Fact]
    public async Task APageTellsItsKnobsAndItsBet()
    {
        var page = await Read("load");
        Assert.Equal("부하와 지연", page["title"]!["ko"]!.GetValue<string>());
        Assert.Equal(["rate", "work"], page["knobs"]!.AsArray().Select(knob => knob!["id"]!.GetValue<string>()));
        Assert.Equal("rate", page["bet"]!["knob"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("nothing", HttpStatusCode.NotFound)]
    [InlineData("nothing/film", HttpStatusCode.NotFound)]
    [InlineData("load/film?rate=99", HttpStatusCode.BadRequest)]
    [InlineData("load/film?rate=-1", HttpStatusCode.BadRequest)]
    [InlineData("load/film?rate=20/s", HttpStatusCode.BadRequest)]
    public async Task WhatIsNotThereIsRefused(string address, HttpStatusCode status)
    {
        using var answer = await Get(address);
        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<JsonNode> Read(string address)
    {
        using var answer = await Get(address);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<HttpResponseMessage> Get(string address)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        return await http.GetAsync(new Uri($"api/learn/{address}", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
