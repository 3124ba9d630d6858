using OpsGame.Server.Tests.Play.Proofs;

namespace OpsGame.Server.Tests.Cluster;

/// <summary>One of the servers that share a PostgreSQL.</summary>
internal sealed class ClusterServer(string database, params string[] settings) : Proving
{
    public static string[] SettingsOf(string database) => ["--Storage:Postgres", database, "--Silo:Address", "127.0.0.1"];

    protected override string[] Settings(string directory) => [.. base.Settings(directory), .. SettingsOf(database), .. settings];
}
