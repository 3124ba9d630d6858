using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Contracts;

public enum EstateStatus
{
    /// <summary>The drill has not begun.</summary>
    Waiting,

    /// <summary>Replaying its log after a restart.</summary>
    CatchingUp,
    Running,
    Paused,

    /// <summary>The storage takes nothing: the drill waits for it with all its teams and goes on by itself.</summary>
    Stalled,
    Finished,
}

/// <summary>A tick's frame and how the estate's clock goes. BehindMs: real time it lags behind its speed.</summary>
/// <param name="Applying">What applies at every component now.</param>
/// <param name="Epoch">Of the owner that tells it: what an earlier one still tells is no news.</param>
/// <param name="Recent">After a recovery: the latest events of the whole drill, for those who looked on meanwhile; otherwise
/// null.</param>
[GenerateSerializer, Immutable]
public sealed record EstateNews(
    [property: Id(0)] EstateFrame Frame,
    [property: Id(1)] EstateStatus Status,
    [property: Id(2)] double Speed,
    [property: Id(3)] double BehindMs,
    [property: Id(6)] ImmutableArray<Applicable> Applying,
    [property: Id(5)] long Epoch,
    [property: Id(4)] ImmutableArray<DomainEvent>? Recent = null);

/// <summary>Where an estate is now, for who comes to look. Recent: its latest events, oldest first.</summary>
[GenerateSerializer, Immutable]
public sealed record EstateSnapshot([property: Id(0)] EstateNews News, [property: Id(1)] ImmutableArray<DomainEvent> Recent);

/// <summary>What a command would mean now; null where there is no running world to ask, and why.</summary>
[GenerateSerializer, Immutable]
public sealed record PreviewAnswer(
    [property: Id(0)] Preview? Preview, [property: Id(1)] long NowNs, [property: Id(2)] Refusal? Refusal);

/// <summary>The tick a command was logged for, or why it was not taken.</summary>
[GenerateSerializer, Immutable]
public sealed record CommandReceipt([property: Id(0)] long Tick, [property: Id(1)] Refusal? Refusal)
{
    public static CommandReceipt Refused(RefusalCode code, params string[] args) => new(0, Refusal.Of(code, args));
}
