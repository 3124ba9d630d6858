using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>When users come: open-loop, each class by its own unit Poisson process run through the profile of the rate.</summary>
/// <param name="arrival">A class's next user sends (Slot: class, Epoch: its schedule).</param>
internal sealed class Arrivals(EventQueue queue, UserClass[] classes, ImmutableArray<TrafficPoint> traffic, StepKind arrival)
{
    private readonly RateProfile _profile = new(traffic);
    private double _trafficFactor = 1;

    public double Factor(double at) => _profile.Factor(at);

    public void Begin(UserClass users)
    {
        users.Exposure = users.ArrivalExposure(users.NextNumber);
        users.ExposureFrom = Nanoseconds.ToSeconds(queue.Now);
        Schedule(users);
    }

    /// <summary>All rates change now: the exposure still to come is what it was less what has passed.</summary>
    public void Change(double factor)
    {
        var now = Nanoseconds.ToSeconds(queue.Now);
        foreach (var users in classes)
        {
            var passed = _profile.Area(users.ExposureFrom, now) * RateOf(users);
            users.Exposure = Math.Max(0, users.Exposure - passed);
            users.ExposureFrom = now;
            users.Schedule++;
        }

        _trafficFactor = factor;
        foreach (var users in classes) Schedule(users);
    }

    private void Schedule(UserClass users)
    {
        var at = _profile.When(users.ExposureFrom, users.Exposure, RateOf(users));
        if (at * Nanoseconds.PerSecond < Limits.DrillNs * 2.0)
            queue.At(Math.Max(queue.Now, (long)(at * Nanoseconds.PerSecond)), arrival, users.Index, users.Schedule, 0);
    }

    /// <summary>Of messages over connections those decide who hold one.</summary>
    private double RateOf(UserClass users) => users.Spec.Over.Length > 0 ? 0 : users.Spec.RatePerSecond * _trafficFactor;
}
