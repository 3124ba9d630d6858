using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Estates;

namespace OpsGame.Simulation.Plans;

/// <summary>Something a plan waits for. It sees what a player sees: the frame of the last tick.</summary>
/// <param name="Of">The component or request class it is about; empty: any, or all together.</param>
/// <param name="ForNs">How long it must hold without a break.</param>
public abstract record Condition(string Of, long ForNs)
{
    public abstract bool Holds(EstateFrame frame);
}

/// <summary>A measured value is above (or below) a limit.</summary>
public sealed record MetricCondition(Metric Metric, bool Above, double Limit, string Of, long ForNs) : Condition(Of, ForNs)
{
    public override bool Holds(EstateFrame frame) =>
        Metrics.Of(frame, Metric, Of) is { } value && (Above ? value > Limit : value < Limit);
}

/// <summary>An alert is open.</summary>
/// <param name="Code">Empty: any.</param>
/// <param name="Unacknowledged">Nobody has acknowledged it yet.</param>
public sealed record AlertCondition(string Code, bool Unacknowledged, string Of, long ForNs) : Condition(Of, ForNs)
{
    public override bool Holds(EstateFrame frame) => First(frame) is not null;

    public Alert? First(EstateFrame frame) => frame.Alerts.FirstOrDefault(alert =>
        (Code.Length == 0 || alert.Code == Code) && (Of.Length == 0 || alert.Component == Of)
            && !(Unacknowledged && alert.By.Length > 0));
}

/// <summary>Something happened in the last tick, as the event feed tells it.</summary>
public sealed record EventCondition(string Code, string Of) : Condition(Of, 0)
{
    public override bool Holds(EstateFrame frame) =>
        frame.Events.Any(told => told.Code == Code && (Of.Length == 0 || told.Component == Of));
}
