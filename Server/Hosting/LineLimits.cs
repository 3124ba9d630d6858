using System.Globalization;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Hosting;

/// <summary>Section "Limits" of the configuration: of connections.</summary>
/// <param name="Connections">Open at a time, in all.</param>
/// <param name="PerAddress">Of them from one address: a class room may sit behind one, nobody may take all.</param>
/// <param name="Idle">A connection from which nothing came for so long is closed; a hub's client speaks every 15 s.</param>
internal sealed record LineLimits(int Connections, int PerAddress, TimeSpan Idle)
{
    private const int Most = 10_000;
    private const int MostPerAddress = 1_000;
    private const int IdleSeconds = 60;

    /// <summary>Descriptors the server needs for itself: some 350 libraries, databases, log, silo, and some to spare.</summary>
    private const int Own = 512;

    /// <summary>Below this there is no game to be had.</summary>
    private const int Least = 32;

    /// <summary>A connection and a file that is being sent through it.</summary>
    private const int DescriptorsEach = 2;

    public static LineLimits Of(IConfiguration configuration, int descriptors)
    {
        var room = (descriptors - Own) / DescriptorsEach;
        if (room < Least)
            throw new SettingException(
                $"The server may open {descriptors} files only (ulimit -n); it needs {Own + (DescriptorsEach * Least)}");
        var connections = Positive(configuration, "Limits:Connections", Math.Min(Most, room));
        if (connections > room)
            throw new SettingException(
                $"Limits:Connections: {connections} are more than the {room} for which the server may open files (ulimit -n)");
        return new LineLimits(
            connections,
            Positive(configuration, "Limits:ConnectionsPerAddress", Math.Min(MostPerAddress, connections / 2)),
            TimeSpan.FromSeconds(Positive(configuration, "Limits:IdleSeconds", IdleSeconds)));
    }

    /// <summary>How many files this process may have open; where nobody says so, plenty.</summary>
    public static int Descriptors()
    {
        const string Said = "/proc/self/limits";
        const string Name = "Max open files";
        if (!File.Exists(Said)) return int.MaxValue;
        var line = File.ReadLines(Said).First(each => each.StartsWith(Name, StringComparison.Ordinal));
        var soft = line[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return int.TryParse(soft, CultureInfo.InvariantCulture, out var most) ? most : int.MaxValue;
    }

    private static int Positive(IConfiguration configuration, string setting, int usual)
    {
        if (configuration[setting] is not { } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new SettingException($"{setting} is no whole number above 0: {text}");
    }
}
