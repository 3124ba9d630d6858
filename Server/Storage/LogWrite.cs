namespace OpsGame.Server.Storage;

/// <summary>Something an estate wants to keep: the commands of a tick, or how far its clock came.</summary>
/// <param name="CanWait">Another write may take it along, within a bounded time.</param>
internal sealed record LogWrite(string Estate, long Epoch, LogRow? Log, ProgressRow? Progress, bool CanWait)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    public long Tick => Log?.Tick ?? Progress!.Tick;

    /// <summary>What the database made of it, while its neighbours were written.</summary>
    public bool Taken { get; set; }

    public void Complete() => _done.TrySetResult();

    public void Fail(Exception failure) => _done.TrySetException(failure);
}
