namespace OpsGame.Load;

/// <summary>What a client does again and again.</summary>
internal static class Turns
{
    /// <param name="offset">Before the first time, so that not everybody does it at once.</param>
    public static async Task Repeat(TimeSpan every, TimeSpan offset, Func<Task> act, CancellationToken cancel)
    {
        await Task.Delay(offset, cancel);
        using var timer = new PeriodicTimer(every);
        do await act();
        while (await timer.WaitForNextTickAsync(cancel));
    }
}
