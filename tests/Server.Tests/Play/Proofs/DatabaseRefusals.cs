using OpsGame.Simulation.Time;
using static OpsGame.Server.Tests.Play.Proofs.RefusalScripts;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>What a database refuses, a line a code.</summary>
internal static class DatabaseRefusals
{
    public static readonly Dictionary<string, Func<Proving, Task<string?>>> All = new()
    {
        ["breaker-window-short"] = Scripted("set-breaker database window=10 calls=20"),
        ["alter-under-way"] = Scripted("alter-table database class=browse work=600; alter-table database class=browse"),
        ["alter-no-primary"] = Scripted("speed 0.5; fail-over database; alter-table database class=browse"),
        ["no-alter"] = Scripted("cancel-alter database"),
        ["no-pooler"] = Scripted("set-pooler database", Proving.Alone),
        ["no-session"] = Scripted("close-firewall db-1; pass 2; kill-session database"),
        ["no-session-of"] = Scripted("kill-session database class=ping"),
        ["nobody-blocks"] = Scripted("pass 1; kill-session database which=lock-holder", Proving.Alone),
        ["failover-no-replica"] = Scripted("fail-over database", Proving.Alone),
        ["failover-no-replica-up"] = Scripted("stop-server db-2; hear server-stopped; fail-over database"),
        ["failover-running"] = Scripted("speed 0.5; fail-over database; fail-over database"),
        ["replica-is-primary"] = Scripted("remove-replica database server=db-1"),
        ["replica-none"] = Scripted("set-reads database class=browse reads=primary", Proving.Alone),
        ["replica-shares-server"] = Scripted("remove-replica database server=web-1"),
        ["replica-unknown"] = Scripted("remove-replica database server=app-1"),
        ["replicas-full"] = Scripted(Times(Limits.Replicas + 1, "add-replica database size=small rack=rack-1; "), Proving.Alone),
    };
}
