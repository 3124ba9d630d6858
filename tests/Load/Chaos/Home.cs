namespace OpsGame.Load.Chaos;

/// <summary>Where the servers of one game keep their data.</summary>
/// <param name="Postgres">Connection string of the database they share; null: the file in the folder.</param>
internal sealed record Home(string Folder, string? Postgres)
{
    public string Database => Path.Combine(Folder, "opsgame.db");

    public string[] Settings =>
    [
        "--Storage:Path", Database, "--Drills:EstatesPerAddress", "5000", "--Drills:FullAt", "1",
        .. Postgres is null ? Array.Empty<string>() : ["--Storage:Postgres", Postgres, "--Silo:Address", "127.0.0.1"],
    ];
}
