using OpsGame.Simulation.Kinds.Roles;
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

/// <summary>Of a class at most so many requests are in a role of each server at one time; Calls 0: any number.</summary>
[GenerateSerializer, Immutable]
public sealed record SetBulkhead(string Class, Role Role, int Calls, long WaitNs) : Directive;

/// <summary>How long all users wait before they try again, from their next attempts on.</summary>
[GenerateSerializer, Immutable]
public sealed record SetBackoff(Backoff Backoff) : Directive;

/// <summary>All users' rates times Factor from now on.</summary>
[GenerateSerializer, Immutable]
public sealed record SetTraffic(double Factor) : Directive;
