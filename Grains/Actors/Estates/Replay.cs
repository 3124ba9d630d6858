using Microsoft.Extensions.Logging;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Estates;

namespace OpsGame.Grains.Estates;

/// <summary>Brings a fresh world to where its log ends.</summary>
internal sealed class Replay(World world, LoggedEstate logged, TimeProvider time, ILogger logger)
{
    /// <summary>Work between two chances for others to run on the same scheduler.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(5);

    public Memories Memories { get; } = new();

    /// <summary>Every hash the log knows was met again.</summary>
    public bool Faithful { get; private set; } = true;

    public async Task Run(Action<EstateFrame> seen)
    {
        var next = 0;
        var since = time.GetTimestamp();
        while (world.Tick < logged.LastTick && !world.Last.Ended)
        {
            var entry = next < logged.Entries.Length && logged.Entries[next].Tick == world.Tick + 1
                ? logged.Entries[next++]
                : null;
            if (entry is not null) Verify(world.Tick, entry.PreviousHash);
            var frame = Headless.Step(world, entry is null ? [] : entry.Commands);
            if (frame.Tick == logged.Mark?.Tick) Verify(frame.Tick, logged.Mark.Hash);
            Memories.Record(frame);
            seen(frame);
            if (time.GetElapsedTime(since) < Slice) continue;
            await Task.Yield();
            since = time.GetTimestamp();
        }
    }

    private void Verify(long tick, ulong logged)
    {
        if (world.Last.Hash == logged) return;
        Faithful = false;
        logger.LogError(
            "Replay of tick {Tick} came to hash {Hash:x16}, the log says {Logged:x16}", tick, world.Last.Hash, logged);
    }
}
