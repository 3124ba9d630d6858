namespace OpsGame.Server.Storage;

/// <summary>
/// Where the estates' log is kept: for the hot path only, without the mapper that knows all tables. One thread uses it.
/// </summary>
internal interface ILogDisk : IDisposable
{
    /// <summary>
    /// All in one transaction, which survives a power cut; says of each whether it was taken: only the owner's, only forwards.
    /// </summary>
    void Commit(List<LogWrite> batch);
}
