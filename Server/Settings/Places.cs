using Npgsql;

namespace OpsGame.Server.Settings;

/// <summary>Where this server keeps its things.</summary>
/// <param name="Database">File of the embedded database; the log and the keys lie beside it.</param>
/// <param name="Postgres">Connection string of the PostgreSQL that is used instead; the servers that share it are one
/// cluster.</param>
internal sealed record Places(string Database, string? Postgres = null)
{
    /// <summary>
    /// To PostgreSQL, a server, unless the setting says otherwise: three servers fit into the hundred it allows by default.
    /// </summary>
    private const int Connections = 30;

    /// <summary>
    /// Seconds for PostgreSQL to let somebody in or to answer, unless the setting says otherwise; drills wait meanwhile.
    /// </summary>
    private const int Patience = 10;

    public string Data => Path.GetDirectoryName(Database)!;

    public string Logs => Path.Combine(Data, "logs");

    public string Keys => Path.Combine(Data, "keys");

    /// <summary>Storage:Path, or data/opsgame.db beside the content root; Storage:Postgres.</summary>
    public static Places Of(IConfiguration configuration, string contentRoot) => new(
        Path.GetFullPath(configuration["Storage:Path"] ?? Path.Combine("data", "opsgame.db"), contentRoot),
        Connection(configuration["Storage:Postgres"]));

    /// <summary>For a verb beside the server: this file, or where a server here keeps its data.</summary>
    public static Places Named(FileInfo? storage) => storage is not null
        ? new Places(storage.FullName)
        : Of(new ConfigurationBuilder().AddEnvironmentVariables().Build(), ContentRoot());

    private static string? Connection(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return null;
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(setting);
            if (connection.Host is null) throw new ArgumentException("it names no Host");
            if (!connection.ShouldSerialize("Maximum Pool Size")) connection.MaxPoolSize = Connections;
            if (!connection.ShouldSerialize("Timeout")) connection.Timeout = Patience;
            if (!connection.ShouldSerialize("Command Timeout")) connection.CommandTimeout = Patience;
            return connection.ToString();
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new SettingException(
                $"Storage:Postgres is no connection string (Host=…;Database=…;Username=…;Password=…): {wrong.Message}");
        }
    }

    /// <summary>
    /// The project's folder while the program lies under it, else where the program lies; wherever it was started from.
    /// </summary>
    public static string ContentRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OpsGame.Server.csproj"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
