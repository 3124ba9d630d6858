namespace OpsGame.Grains.Storage;

/// <summary>
/// The storage does not take or give anything now (disk full, database gone). Whether what was being written is kept is not
/// known; the same may be written again.
/// </summary>
[GenerateSerializer]
public sealed class StorageUnavailableException(string why, Exception? cause = null) : Exception(why, cause);
