using System.Collections.Immutable;
using System.Globalization;

namespace OpsGame.Simulation.Commands;

/// <summary>Commands that components give each other, and that faults of the schedule become.</summary>
internal static class Orders
{
    private static readonly ImmutableSortedDictionary<string, string> NoArgs =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    public static Command Attach(string by, string balancer, string server) =>
        new("", by, Actions.Attach, balancer, NoArgs.Add("server", server));

    public static Command Detach(string by, string balancer, string server, long drainNs) =>
        new("", by, Actions.Detach, balancer, NoArgs.Add("server", server).Add("drain", Seconds(drainNs)));

    public static Command Install(string by, string server, string version) =>
        new("", by, Actions.Install, server, NoArgs.Add("version", version));

    public static Command Fault(string action, string target, long forNs, double amount) =>
        new("", "", action, target,
            NoArgs.Add("seconds", Seconds(forNs)).Add("amount", amount.ToString("R", CultureInfo.InvariantCulture)));

    private static string Seconds(long ns) => Nanoseconds.ToSeconds(ns).ToString("R", CultureInfo.InvariantCulture);
}
