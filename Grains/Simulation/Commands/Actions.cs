namespace OpsGame.Simulation.Commands;

/// <summary>The ids of actions and faults, as they stand on the wire, in the log and in plans.</summary>
public static class Actions
{
    public const string AddServer = "add-server";
    public const string StartServer = "start-server";
    public const string RemoveServer = "remove-server";
    public const string StopServer = "stop-server";
    public const string RestartServer = "restart-server";
    public const string ChangeSize = "change-size";
    public const string MoveServer = "move-server";
    public const string DrainServer = "drain-server";
    public const string UndrainServer = "undrain-server";
    public const string ChangeThreads = "change-threads";
    public const string Reload = "reload";
    public const string KillProcess = "kill-process";
    public const string InstallBeside = "install-beside";
    public const string SwitchPort = "switch-port";
    public const string StopPort = "stop-port";
    public const string ClearLogs = "clear-logs";
    public const string RotateLogs = "rotate-logs";
    public const string Attach = "attach";
    public const string Detach = "detach";
    public const string SetAlgorithm = "set-algorithm";
    public const string SetHealthCheck = "set-health-check";
    public const string AddCache = "add-cache";
    public const string RemoveCache = "remove-cache";
    public const string FlushCache = "flush-cache";
    public const string ResizeCache = "resize-cache";
    public const string SetTtl = "set-ttl";
    public const string SetJitter = "set-jitter";
    public const string SetSingleFlight = "set-single-flight";
    public const string SetInvalidation = "set-invalidation";
    public const string SetCached = "set-cached";
    public const string WarmCache = "warm-cache";
    public const string StopWarming = "stop-warming";
    public const string SetMaxConnections = "set-max-connections";
    public const string SetWeight = "set-weight";
    public const string SetDrainTime = "set-drain-time";
    public const string SetSlowStart = "set-slow-start";
    public const string SetConnectionLimit = "set-connection-limit";
    public const string SetLoadShedding = "set-load-shedding";
    public const string SetBreaker = "set-breaker";
    public const string SetRetryBudget = "set-retry-budget";
    public const string SetFeature = "set-feature";
    public const string SetScaling = "set-scaling";
    public const string SetPool = "set-pool";
    public const string SetPoolTimeout = "set-pool-timeout";
    public const string SetLockTimeout = "set-lock-timeout";
    public const string SetStatementTimeout = "set-statement-timeout";
    public const string KillSession = "kill-session";
    public const string AddReplica = "add-replica";
    public const string RemoveReplica = "remove-replica";
    public const string FailOver = "fail-over";
    public const string SetRateLimit = "set-rate-limit";
    public const string OpenFirewall = "open-firewall";
    public const string CloseFirewall = "close-firewall";
    public const string BlockSource = "block-source";
    public const string UnblockSource = "unblock-source";
    public const string RestartBalancer = "restart-balancer";
    public const string SetHandshakeLimit = "set-handshake-limit";
    public const string SetCertificate = "set-certificate";
    public const string AddAddress = "add-address";
    public const string RemoveAddress = "remove-address";
    public const string SetRecordTtl = "set-record-ttl";
    public const string RenewCertificate = "renew-certificate";
    public const string StartRollout = "start-rollout";
    public const string PauseRollout = "pause-rollout";
    public const string ResumeRollout = "resume-rollout";
    public const string RollBack = "roll-back";
    public const string Acknowledge = "acknowledge";
    public const string DeclareIncident = "declare-incident";
    public const string TakeRole = "take-role";
    public const string PostStatus = "post-status";
    public const string NameCause = "name-cause";
    public const string CloseIncident = "close-incident";
    public const string TakeHint = "take-hint";

    public const string ListProcesses = "list-processes";
    public const string ShowLocks = "show-locks";
    public const string SlowQueries = "slow-queries";
    public const string ReadAccessLog = "read-access-log";
    public const string CheckCertificate = "check-certificate";
    public const string TraceRequest = "trace-request";

    public const string RackPower = "rack-power";
    public const string RackUplink = "rack-uplink";
    public const string FeedPower = "feed-power";
    public const string ServerHang = "server-hang";
    public const string ServerCrash = "server-crash";
    public const string ProcessCrash = "process-crash";
    public const string LogFlood = "log-flood";
    public const string ServerSlow = "server-slow";
    public const string DatabaseSlow = "database-slow";
    public const string ReplicationLag = "replication-lag";
    public const string Firewall = "firewall";
    public const string BalancerCrash = "balancer-crash";
    public const string TrafficSurge = "traffic-surge";

    /// <summary>Orders a rollout gives to a server; no player may send them.</summary>
    public const string Install = "install";

    /// <summary>A bought replica tells its database; no player may send it.</summary>
    public const string JoinReplica = "join-replica";

    /// <summary>A server that is gone tells its rack; no player may send it.</summary>
    public const string FreeUnit = "free-unit";
}
