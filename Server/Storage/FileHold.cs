using System.Diagnostics;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Storage;

/// <summary>
/// That one server has the embedded database for itself, by a lock file beside it. The operating system lets go of it when the
/// process
/// ends, however it ends.
/// </summary>
internal sealed class FileHold(Places places, ILogger<FileHold> logger) : IDisposable
{
    /// <summary>A server that was told to stop is gone by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    /// <summary>What Linux and macOS call a file system that takes no writes: nobody else has the file then.</summary>
    private const int ReadOnly = 30;

    private FileStream? _held;

    /// <summary>Until disposed.</summary>
    /// <exception cref="SettingException">Another server has it and keeps it.</exception>
    public async Task Take()
    {
        if (_held is not null || Try()) return;
        logger.LogWarning("{Database} is in use by another server; waiting for that to end", places.Database);
        for (var since = Stopwatch.GetTimestamp(); !Try(); await Task.Delay(Breath))
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new SettingException(
                    $"{places.Database} is in use by another server. "
                    + "Stop that one, or give this one another file: --Storage:Path FILE");
    }

    public void Dispose() => _held?.Dispose();

    private bool Try()
    {
        var file = places.Database + ".lock";
        try
        {
            _held = new FileStream(file, OwnerOnly.Alone(FileMode.OpenOrCreate));
            return true;
        }
        catch (IOException refused) when (refused.HResult != ReadOnly && File.Exists(file))
        {
            return false;
        }
    }
}
