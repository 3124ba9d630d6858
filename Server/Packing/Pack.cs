namespace OpsGame.Server.Packing;

/// <summary>How a value of a frame is written as what changed in it, and read back.</summary>
internal abstract class Pack<T>
{
    /// <summary>What a value is that was never told.</summary>
    public abstract T Nothing { get; }

    /// <summary>Nobody who reads them could tell them apart.</summary>
    public abstract bool Same(T before, T now);

    /// <summary>Only where they are not the same.</summary>
    public abstract void Write(PackWriter to, T before, T now);

    public abstract T Read(PackReader from, T before);
}
