using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

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

    /// <summary>With the balancer's own deregistration delay.</summary>
    public static Command Detach(string by, string balancer, string server) =>
        new("", by, Actions.Detach, balancer, NoArgs.Add("server", server));

    public static Command AddServer(string by, string rack, string size, Tier tier) =>
        new("", by, Actions.AddServer, rack, NoArgs.Add("size", size).Add("attach", "true").Add("tier", tier == Tier.App ? "app" : "whole"));

    /// <summary>Which servers an order adds; logs older than the choice say nothing.</summary>
    public static Tier TierOf(Command order) => order.Args.GetValueOrDefault("tier") == "app" ? Tier.App : Tier.Whole;

    public static Command RemoveServer(string by, string server) => new("", by, Actions.RemoveServer, server, NoArgs);

    /// <summary>Of a replica the database has given up.</summary>
    public static Command RemoveReplica(string by, string server) => new("", by, Actions.RemoveServer, server, NoArgs.Add("replica", "true"));

    public static bool IsOfReplica(Command order) => order.Args.ContainsKey("replica");

    public static Command JoinReplica(string by, string database, string server) =>
        new("", by, Actions.JoinReplica, database, NoArgs.Add("server", server));

    public static Command FreeUnit(string rack, string server) => new("", "", Actions.FreeUnit, rack, NoArgs.Add("server", server));

    /// <summary>A server of a version, attached nowhere.</summary>
    public static Command AddServer(string by, string rack, string size, Tier tier, string version)
    {
        var plain = AddServer(by, rack, size, tier);
        return plain with { Args = plain.Args.SetItem("attach", "false").Add("version", version) };
    }

    /// <summary>It is checked, and gets requests by its weight.</summary>
    public static Command Attach(string by, string balancer, string server, int weight) =>
        new("", by, Actions.Attach, balancer, NoArgs.Add("server", server).Add("weight", Show(weight)));

    public static Command SetWeight(string by, string balancer, string server, int weight) =>
        new("", by, Actions.SetWeight, balancer, NoArgs.Add("server", server).Add("weight", Show(weight)));

    public static Command InstallBeside(string by, string server, string version) =>
        new("", by, Actions.InstallBeside, server, NoArgs.Add("version", version));

    public static Command SwitchPort(string by, string server, bool restarts, long shutdownNs) =>
        new("", by, Actions.SwitchPort, server, NoArgs.Add("how", restarts ? "restart" : "reload").Add("shutdown", Seconds(shutdownNs)));

    public static Command StopPort(string by, string server, long shutdownNs) =>
        new("", by, Actions.StopPort, server, NoArgs.Add("shutdown", Seconds(shutdownNs)));

    public static Command Install(string by, string server, string version) =>
        new("", by, Actions.Install, server, NoArgs.Add("version", version));

    public static Command Fault(string action, string target, long forNs, double amount) =>
        new("", "", action, target,
            NoArgs.Add("seconds", Seconds(forNs)).Add("amount", amount.ToString("R", CultureInfo.InvariantCulture)));

    public static Command Fault(string action, FaultSpec fault)
    {
        var plain = Fault(action, fault.Target, fault.ForNs, fault.Amount);
        return plain with
        {
            Args = plain.Args
                .Add("role", Name(fault.Role)).Add("process", fault.Process.ToString(CultureInfo.InvariantCulture)).Add("from", Name(fault.From)),
        };
    }

    private static string Name<T>(T member)
        where T : struct, Enum => member.ToString().ToLowerInvariant();

    internal static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(long ns) => Nanoseconds.ToSeconds(ns).ToString("R", CultureInfo.InvariantCulture);
}
