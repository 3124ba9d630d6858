using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues;

/// <param name="Paused">Workers get no more messages.</param>
/// <param name="Full">Its disk is full: it takes no more messages.</param>
[GenerateSerializer, Immutable]
public sealed record SetQueue(bool Paused, long VisibilityNs, int Batch, bool Full) : Directive;

/// <summary>All messages that no worker has are lost.</summary>
[GenerateSerializer, Immutable]
public sealed record PurgeMessages : Directive;

/// <summary>Dead letters come back, so many a second; 0: all at once.</summary>
[GenerateSerializer, Immutable]
public sealed record RedriveMessages(int PerSecond) : Directive;

/// <param name="Oldest">The oldest message; otherwise the one that was tried most often.</param>
[GenerateSerializer, Immutable]
public sealed record BuryMessage(bool Oldest) : Directive;

/// <summary>A producer sends so many jobs of a class at once.</summary>
[GenerateSerializer, Immutable]
public sealed record PublishMessages(string Jobs, int Count) : Directive;

/// <summary>The next so many messages that come kill whoever takes them.</summary>
[GenerateSerializer, Immutable]
public sealed record PoisonMessages(int Count) : Directive;
