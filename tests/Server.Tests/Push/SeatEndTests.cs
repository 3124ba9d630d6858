using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Push;
using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Push;

/// <summary>A seat can be taken away from whoever sits in it, at whatever connection.</summary>
public sealed class SeatEndTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task ASeatThatEndsEndsAllItsConnectionsAndNobodyElses()
    {
        await using var instructor = await server.Connect();
        await instructor.Create("balancer-health-checks", "Grace", ["Red"]);
        await using var bo = await server.Connect();
        await bo.Join(instructor.Seat!.Code, "Bo");
        using var first = await SlowClient.Connect(server.Address);
        using var second = await SlowClient.Connect(server.Address);
        var seat = await first.Join(instructor.Seat.Code, "Ada");
        await second.Resume(seat.Token);

        server.Services.GetRequiredService<Audience>().End(seat.Drill, seat.Player);
        await Task.WhenAll(first.ReadToTheEnd(), second.ReadToTheEnd());
        Assert.NotEmpty(await bo.Library());
        Assert.NotEmpty(await instructor.Library());
    }
}
