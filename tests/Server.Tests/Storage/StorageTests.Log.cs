using OpsGame.Grains.Storage;

namespace OpsGame.Server.Tests.Storage;

/// <summary>What goes to the disk together.</summary>
public abstract partial class StorageTests
{
    /// <summary>Killed before its second mark, it was shown up to the reach of its first one.</summary>
    [Fact]
    public async Task The_mark_of_an_estate_that_has_just_begun_counts()
    {
        var epoch = await Log.Claim("d/t1");
        Assert.Null((await Log.Read("d/t1")).Mark);
        await Log.Mark("d/t1", epoch, new ProgressMark(0, 1, 6));
        await Log.Append("d/t1", epoch, new LogEntry(5, [], 2));
        Assert.Equal(6, (await Log.Read("d/t1")).LastTick);
    }

    [Fact]
    public async Task AMarkThatCanWaitIsKeptByItselfOrWithWhatCannot()
    {
        var (one, other) = (await Log.Claim("d/t1"), await Log.Claim("d/t2"));
        await Log.Mark("d/t1", one, new ProgressMark(10, 1, 14), canWait: true);
        Assert.Equal(14, (await Log.Read("d/t1")).LastTick);
        var along = Log.Mark("d/t1", one, new ProgressMark(12, 2, 16), canWait: true);
        await Log.Append("d/t2", other, Entry(tick: 7, hash: 1));
        await along;
        Assert.Equal(new ProgressMark(12, 2, 16), (await Log.Read("d/t1")).Mark);
    }

    [Fact]
    public async Task AWriteThatIsRefusedDoesNotFailItsNeighbours()
    {
        var (epoch, before) = (await Log.Claim("d/t1"), await Log.Claim("d/t2"));
        await Log.Claim("d/t2");
        var writes = Enumerable.Range(1, 20).Select(tick => Log.Append("d/t1", epoch, Entry(tick, hash: 1))).ToArray();
        var (late, nobodys) = (Log.Append("d/t2", before, Entry(5, hash: 1)), Log.Append("d/t3", 1, Entry(5, hash: 1)));
        await Task.WhenAll(writes);
        await Assert.ThrowsAsync<SupersededException>(() => late);
        await Assert.ThrowsAsync<InvalidOperationException>(() => nobodys);
        Assert.Equal(20, (await Log.Read("d/t1")).Entries.Length);
        Assert.Empty((await Log.Read("d/t2")).Entries);
    }
}
