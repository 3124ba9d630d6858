using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Storage;

/// <summary>A server on a file that was there before it, and is after.</summary>
internal sealed class ServerAt(string database) : TestServer
{
    public string[] More { get; init; } = [];

    protected override string[] Settings(string directory) => ["--Storage:Path", database, .. More];
}
