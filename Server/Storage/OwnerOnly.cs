using System.Text;
using Serilog.Sinks.File;

namespace OpsGame.Server.Storage;

/// <summary>
/// Database, keys and logs are read by nobody but who runs the server. On Windows the folder's own rules hold.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>For a log that is begun.</summary>
    public static FileLifecycleHooks Logs { get; } = new LogHooks();

    /// <summary>Creates the folder, or mends one that is there, and those of its files that are ours.</summary>
    public static void MakeFolder(string path, string files)
    {
        Directory.CreateDirectory(path);
        Set(path, Folder);
        Mend(Directory.EnumerateFiles(path, files));
    }

    public static void Mend(IEnumerable<string> files)
    {
        foreach (var file in files) Set(file, File);
    }

    /// <summary>How a file is opened that nobody else may have open.</summary>
    public static FileStreamOptions Alone(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File;
        return options;
    }

    private static void Set(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows() || (System.IO.File.GetUnixFileMode(path) & ~mode) == 0) return;
        try
        {
            System.IO.File.SetUnixFileMode(path, mode);
        }
        catch (UnauthorizedAccessException)
        {
            // It is somebody else's, who lets us use it: who else may is that owner's choice.
        }
    }

    private sealed class LogHooks : FileLifecycleHooks
    {
        public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
        {
            Mend([path]);
            return underlyingStream;
        }
    }
}
