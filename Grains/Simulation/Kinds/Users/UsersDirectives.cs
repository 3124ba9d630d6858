using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>Users' retries may be at most this share of first attempts; 0: any number.</summary>
[GenerateSerializer, Immutable]
public sealed record SetRetryBudget(double Share) : Directive;

/// <summary>
/// What a feature asks of application and database is done, or left out, for requests the application takes from now on.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record SetFeature(string Feature, bool On) : Directive;

/// <summary>All users' rates times Factor from now on.</summary>
[GenerateSerializer, Immutable]
public sealed record SetTraffic(double Factor) : Directive;
