using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Storage;

/// <summary>
/// The truth of an estate: the commands of its ticks, durable before they are applied. It has one owner at a time, known by its
/// epoch: what an earlier owner still wants to write fails with <see cref="SupersededException"/>, decided by the database.
/// </summary>
public interface IEstateLog
{
    /// <summary>Makes the caller the owner: the epoch it writes under from now on.</summary>
    Task<long> Claim(string estate);

    /// <summary>
    /// Keeps a tick's commands; completed once they would survive a power cut. The same entry again is no harm.
    /// </summary>
    Task Append(string estate, long epoch, LogEntry entry);

    /// <summary>Notes that the estate's clock came as far as a tick, as durably as its commands.</summary>
    /// <param name="canWait">A moment, for a write that cannot, so that it needs no wait for the disk of its own.</param>
    Task Mark(string estate, long epoch, ProgressMark mark, bool canWait = false);

    /// <summary>Everything kept of an estate, in tick order.</summary>
    Task<LoggedEstate> Read(string estate);
}

/// <summary>The commands a tick began with. PreviousHash: of the tick before, to check a replay against.</summary>
public sealed record LogEntry(long Tick, ImmutableArray<Command> Commands, ulong PreviousHash);

/// <summary>A tick was completed with this hash.</summary>
/// <param name="Reach">
/// The last tick that may be shown before the next mark. Whoever takes over goes on behind it, so that nobody sees the clock go
/// back: the ticks up to there are played alike, since their commands are logged before they begin.
/// </param>
public sealed record ProgressMark(long Tick, ulong Hash, long Reach);

/// <param name="Epoch">Of its latest owner; 0: it never had one.</param>
public sealed record LoggedEstate(ImmutableArray<LogEntry> Entries, ProgressMark? Mark, long Epoch = 0)
{
    /// <summary>The last tick that may have been shown.</summary>
    public long LastTick => Math.Max(Entries.IsEmpty ? 0 : Entries[^1].Tick, Mark?.Reach ?? 0);
}
