namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// Which version wrote each key last, for scenarios with versions that cannot work on the same data. Who begins to serve migrates
/// what is there; when a version serves no more, what it wrote counts as migrated too. So only what is written while both serve
/// is wrong for the other one.
/// </summary>
internal sealed class VersionMarks(int keys)
{
    private readonly VersionFacts?[] _writers = new VersionFacts?[keys];
    private readonly long[] _writtenAt = new long[keys];

    /// <summary>Is a value of the key as it was at a time wrong for a version?</summary>
    public bool Clashes(int key, VersionFacts reader, long valueAt)
    {
        var writer = _writers[key];
        return writer is { Serves: true } && writer != reader && !(writer.Coexists && reader.Coexists)
            && _writtenAt[key] >= reader.ServesSince && _writtenAt[key] <= valueAt;
    }

    public void Write(int key, VersionFacts writer, long now) => (_writers[key], _writtenAt[key]) = (writer, now);
}
