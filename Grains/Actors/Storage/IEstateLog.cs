using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Grains.Storage;

/// <summary>The truth of an estate: the commands of its ticks, durable before they are applied.</summary>
public interface IEstateLog
{
    /// <summary>Keeps a tick's commands; completed once they would survive a power cut. The same entry again is no harm.</summary>
    Task Append(string estate, LogEntry entry);

    /// <summary>Notes that the estate's clock came as far as a tick.</summary>
    Task Mark(string estate, ProgressMark mark);

    /// <summary>Everything kept of an estate, in tick order.</summary>
    Task<LoggedEstate> Read(string estate);
}

/// <summary>The commands a tick began with. PreviousHash: of the tick before, to check a replay against.</summary>
public sealed record LogEntry(long Tick, ImmutableArray<Command> Commands, ulong PreviousHash);

/// <summary>A tick was completed with this hash.</summary>
public sealed record ProgressMark(long Tick, ulong Hash);

public sealed record LoggedEstate(ImmutableArray<LogEntry> Entries, ProgressMark? Mark)
{
    /// <summary>The last tick that is known to have begun.</summary>
    public long LastTick => Math.Max(Entries.IsEmpty ? 0 : Entries[^1].Tick, Mark?.Tick ?? 0);
}
