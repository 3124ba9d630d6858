using System.Diagnostics;

namespace OpsGame.Server.Tests.Play;

/// <summary>A real file system of its own, in memory, that is soon full. Only root may mount one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private string Filler => Path.Combine(Folder, "filler");

    public string Folder { get; } = Directory.CreateTempSubdirectory("opsgame-disk-").FullName;

    public static async Task<SmallDisk> Mount(int megabytes)
    {
        var disk = new SmallDisk();
        await Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Folder);
        return disk;
    }

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var file = File.OpenHandle(Filler, FileMode.Create, FileAccess.Write);
        var block = new byte[4096];
        try
        {
            for (var at = 0L; ; at += block.Length) RandomAccess.Write(file, block, at);
        }
        catch (IOException)
        {
            // that is what full means
        }
    }

    public Task MayBeWritten(bool written) => Run("mount", "-o", written ? "remount,rw" : "remount,ro", Folder);

    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {process.ExitCode}");
    }
}
