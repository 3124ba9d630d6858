namespace OpsGame.Simulation.Ticks;

public enum ParameterKind
{
    Number,
    Duration,
    Choice,
    Server,
    Size,
    Version,
    Flag,

    /// <summary>Where users may be sent: a server, the balancer, the edge.</summary>
    Address,

    /// <summary>What somebody writes: one line of plain text, at most Max characters.</summary>
    Text,

    /// <summary>Whatever may be at fault: a component, the users, a power feed.</summary>
    Component,

    /// <summary>A class of requests; where it may be left open, or any.</summary>
    Class,
    Rack,

    /// <summary>Where requests come from, as the classes say.</summary>
    Source,

    /// <summary>One of those the estate has.</summary>
    Certificate,

    /// <summary>A feature flag.</summary>
    Feature,

    /// <summary>Times of the drill and numbers of servers, at most Max of them.</summary>
    Schedule,
}
