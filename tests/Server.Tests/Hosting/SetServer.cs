using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>The real server with other settings.</summary>
internal sealed class SetServer : TestServer
{
    /// <summary>Of its next start.</summary>
    public string[] With { get; set; } = [];

    public static async Task<SetServer> Begin(params string[] settings)
    {
        var server = new SetServer { With = settings };
        await server.InitializeAsync();
        return server;
    }

    protected override string[] Settings(string directory) => With;
}
