namespace OpsGame.Server.Push;

/// <summary>
/// Messages to a group are not awaited: one slow client must not hold up the others. What it does not read is bounded by the transport,
/// which drops a connection whose send takes longer than its timeout.
/// </summary>
internal static class Sending
{
    public static void Forget(Task sending, ILogger logger) => _ = sending.ContinueWith(
        failed => logger.LogWarning(failed.Exception, "A message to a group was not sent"),
        CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
