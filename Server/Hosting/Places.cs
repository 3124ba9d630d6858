namespace OpsGame.Server.Hosting;

/// <summary>Where this server keeps its things.</summary>
/// <param name="Database">File of the database; the log and the keys lie beside it.</param>
internal sealed record Places(string Database)
{
    public string Data => Path.GetDirectoryName(Database)!;

    public string Logs => Path.Combine(Data, "logs");

    /// <summary>Storage:Path, or data/opsgame.db beside the content root.</summary>
    public static Places Of(IConfiguration configuration, string contentRoot) =>
        new(Path.GetFullPath(configuration["Storage:Path"] ?? Path.Combine("data", "opsgame.db"), contentRoot));

    /// <summary>The project's folder while the program lies under it, else where the program lies; wherever it was started from.</summary>
    public static string ContentRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OpsGame.Server.csproj"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
