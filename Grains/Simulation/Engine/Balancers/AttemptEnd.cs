using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>How an attempt at a target ended, as a balancer sees it.</summary>
internal enum AttemptEnd
{
    /// <summary>Answered, well or with an answer that would be the same everywhere (403, 429).</summary>
    Answered,
    Refused,
    ConnectTimeout,

    /// <summary>The connection was lost before the answer.</summary>
    Reset,
    ResponseTimeout,

    /// <summary>Answered with 5xx.</summary>
    Error,
}

internal static class AttemptEnds
{
    public static AttemptEnd Of(ref Request request) => request.Failure switch
    {
        Cause.None or Cause.RateLimited or Cause.Blocked => AttemptEnd.Answered,
        _ when request.Responded => AttemptEnd.Error,
        Cause.Refused => AttemptEnd.Refused,
        Cause.Unreachable => AttemptEnd.ConnectTimeout,
        Cause.Cut or Cause.ConnectionClosed => AttemptEnd.Reset,
        Cause.ResponseTimeout => AttemptEnd.ResponseTimeout,
        // turned away at the door by a process that runs
        _ => AttemptEnd.Error,
    };

    /// <summary>A connection it came over is of use still.</summary>
    public static bool LeavesConnection(this AttemptEnd end) => end is AttemptEnd.Answered or AttemptEnd.Error;

    /// <summary>Nothing of the request was sent.</summary>
    public static bool SentNothing(this AttemptEnd end) => end is AttemptEnd.Refused or AttemptEnd.ConnectTimeout;
}
