using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Grains.Contracts;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Estates;

/// <summary>Where commands wait for their tick, and every receipt ever given: a command sent twice is carried out once.</summary>
internal sealed class CommandDesk
{
    /// <summary>
    /// Commands that may wait: as many as the next tick takes. More means somebody floods the estate, or the log is slow.
    /// </summary>
    public const int Waiting = Limits.CommandsPerTick;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<Entry> _queue = new();
    private ImmutableArray<Entry> _taken = [];

    /// <summary>The receipt of a command that came before, or null.</summary>
    public Task<CommandReceipt>? Known(Command command)
    {
        if (!_entries.TryGetValue(command.Id, out var entry)) return null;
        return IsSamePerson(entry.Command, command)
            ? entry.Answer.Task
            : Task.FromResult(CommandReceipt.Refused(DrillRefusals.CommandIdTaken));
    }

    public Task<CommandReceipt> Place(Command command)
    {
        if (_queue.Count >= Waiting)
        {
            return Task.FromResult(CommandReceipt.Refused(
                DrillRefusals.TooManyCommands, Waiting.ToString(CultureInfo.InvariantCulture)));
        }

        var entry = new Entry(command);
        _entries.Add(command.Id, entry);
        _queue.Enqueue(entry);
        return entry.Answer.Task;
    }

    /// <summary>The next tick's commands, oldest first; the same ones again until they are logged.</summary>
    public ImmutableArray<Command> Take(int limit)
    {
        if (_taken.IsEmpty && _queue.Count > 0)
        {
            var taken = ImmutableArray.CreateBuilder<Entry>();
            while (taken.Count < limit && _queue.TryDequeue(out var entry)) taken.Add(entry);
            _taken = taken.ToImmutable();
        }

        return _taken.IsEmpty ? [] : [.. _taken.Select(entry => entry.Command)];
    }

    public void Logged(long tick)
    {
        foreach (var entry in _taken) entry.Answer.SetResult(new CommandReceipt(tick, null));
        _taken = [];
    }

    /// <summary>Whether what was being logged is in the log is not known; who asked may ask again, with the same id.</summary>
    public void Fail(Exception failure)
    {
        foreach (var entry in _taken) entry.Answer.SetException(failure);
        _taken = [];
    }

    /// <summary>What the log says was taken in an earlier life.</summary>
    public void Recall(Command command, long tick)
    {
        var entry = new Entry(command);
        entry.Answer.SetResult(new CommandReceipt(tick, null));
        _entries[command.Id] = entry;
    }

    /// <summary>Gives back what still waits (not what is being logged); it may be sent again.</summary>
    public void Refuse(RefusalCode code)
    {
        while (_queue.TryDequeue(out var entry))
        {
            _entries.Remove(entry.Command.Id);
            entry.Answer.SetResult(CommandReceipt.Refused(code));
        }
    }

    /// <summary>Logs from before seats were in them have only names.</summary>
    private static bool IsSamePerson(Command before, Command again) =>
        before.Seat.Length > 0 ? before.Seat == again.Seat : before.By == again.By;

    private sealed record Entry(Command Command)
    {
        public TaskCompletionSource<CommandReceipt> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
