using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>A server that a single running system fills.</summary>
public sealed class FullServer : TestServer
{
    public static string[] FullAtOnce { get; } = ["--Drills:FullAt", "0.000001"];

    protected override string[] Settings(string directory) => FullAtOnce;

    /// <summary>Opens drills, each at a connection of its own, until one is refused, or until one is not.</summary>
    internal static async Task<(Refusal? Refusal, Seat? Last)> Open(TestServer server, bool refused, List<Player> players)
    {
        while (true)
        {
            players.Add(await server.Connect());
            var answer = await players[^1].PlayNow();
            if (answer.Refusal is not null == refused) return (answer.Refusal, answer.Seat);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }
    }

    internal static async Task<string?> Refuses()
    {
        await using var server = new FullServer();
        await server.InitializeAsync();
        var players = new List<Player>();
        var code = (await Open(server, refused: true, players)).Refusal!.Code;
        foreach (var player in players) await player.DisposeAsync();
        return code;
    }
}
