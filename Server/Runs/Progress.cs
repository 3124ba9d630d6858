using System.Globalization;

namespace OpsGame.Server.Runs;

/// <summary>How far the runs are, on one line that is written over; several runs may report at once.</summary>
/// <param name="screen">Null: nobody watches (a pipe, a file, a test).</param>
internal sealed class Progress(TextWriter? screen, long ticks)
{
    private const int Width = 40;
    private readonly Lock _drawing = new();
    private long _done;
    private long _shown = -1;

    /// <summary>Draws on a terminal only, not into a log file.</summary>
    public static Progress On(TextWriter error, long ticks) =>
        new(ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected ? error : null, ticks);

    public void Step()
    {
        var done = Interlocked.Increment(ref _done);
        if (screen is null) return;
        var percent = Math.Min(100, 100 * done / Math.Max(1, ticks));
        if (percent > Volatile.Read(ref _shown)) Draw(percent);
    }

    /// <summary>Takes the line away, so that what follows stands where it stood.</summary>
    public void Clear() => screen?.Write($"\r{new string(' ', Width + 8)}\r");

    private void Draw(long percent)
    {
        lock (_drawing)
        {
            if (percent <= _shown) return;
            Volatile.Write(ref _shown, percent);
            var full = (int)(percent * Width / 100);
            screen!.Write(string.Create(
                CultureInfo.InvariantCulture, $"\r[{new string('#', full)}{new string('.', Width - full)}] {percent,3} %"));
        }
    }
}
