using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// Commands that components give each other: what they have in common, so that no kind needs to know the other.
/// </summary>
internal static class Orders
{
    private static ImmutableSortedDictionary<string, string> NoArgs => Arguments.None;

    public static Command Attach(string by, string balancer, string server) =>
        new("", by, "attach", balancer, NoArgs.Add("server", server));

    public static Command Detach(string by, string balancer, string server, long drainNs) =>
        new("", by, "detach", balancer, NoArgs.Add("server", server).Add("drain", Seconds(drainNs)));

    /// <summary>With the balancer's own deregistration delay.</summary>
    public static Command Detach(string by, string balancer, string server) =>
        new("", by, "detach", balancer, NoArgs.Add("server", server));

    public static Command AddServer(string by, string rack, string size, string tier) =>
        new("", by, "add-server", rack, NoArgs.Add("size", size).Add("attach", "true").Add("tier", tier));

    public static Command RemoveServer(string by, string server) => new("", by, "remove-server", server, NoArgs);

    /// <summary>Of a replica the database has given up.</summary>
    public static Command RemoveReplica(string by, string server) =>
        new("", by, "remove-server", server, NoArgs.Add("replica", "true"));

    public static bool IsOfReplica(Command order) => order.Args.ContainsKey("replica");

    public static Command JoinReplica(string by, string database, string server) =>
        new("", by, "join-replica", database, NoArgs.Add("server", server));

    public static Command FreeUnit(string rack, string server) => new("", "", "free-unit", rack, NoArgs.Add("server", server));

    /// <summary>A server of a version, attached nowhere.</summary>
    public static Command AddServer(
        string by, string rack, string size, string tier, string version, bool attach = false)
    {
        var plain = AddServer(by, rack, size, tier);
        return plain with { Args = plain.Args.SetItem("attach", attach ? "true" : "false").Add("version", version) };
    }

    /// <summary>It is checked, and gets requests by its weight.</summary>
    public static Command Attach(string by, string balancer, string server, int weight) =>
        new("", by, "attach", balancer, NoArgs.Add("server", server).Add("weight", Show(weight)));

    public static Command SetWeight(string by, string balancer, string server, int weight) =>
        new("", by, "set-weight", balancer, NoArgs.Add("server", server).Add("weight", Show(weight)));

    public static Command InstallBeside(string by, string server, string version) =>
        new("", by, "install-beside", server, NoArgs.Add("version", version));

    public static Command SwitchPort(string by, string server, bool restarts, long shutdownNs) =>
        new("", by, "switch-port", server,
            NoArgs.Add("how", restarts ? "restart" : "reload").Add("shutdown", Seconds(shutdownNs)));

    public static Command StopPort(string by, string server, long shutdownNs) =>
        new("", by, "stop-port", server, NoArgs.Add("shutdown", Seconds(shutdownNs)));

    public static Command Install(string by, string server, string version) =>
        new("", by, "install", server, NoArgs.Add("version", version));

    internal static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(long ns) => Nanoseconds.ToSeconds(ns).ToString("R", CultureInfo.InvariantCulture);
}
