using System.Collections.Immutable;

namespace OpsGame.Server.Texts;

/// <summary>
/// Every code a request may be refused with, by who refuses it. The one list: the reference is printed from it, tests hold the
/// sources to it.
/// </summary>
public static class RefusalCodes
{
    public static readonly ImmutableArray<(string Where, ImmutableArray<string> Codes)> All =
    [
        ("Every call to the hub",
            [
                "internal", "not-your-role", "organiser-only", "page-outdated", "request-invalid", "seat-given-up",
                "seat-missing", "storage-unavailable", "too-fast",
            ]),
        ("A command or a fault as it is written",
            [
                "action-unknown", "fault-unknown", "parameter-missing", "parameter-not-a-choice", "parameter-not-a-number",
                "parameter-not-whole", "parameter-out-of-range", "parameter-too-small", "parameter-unknown",
                "schedule-not-in-order", "schedule-too-long", "schedule-unreadable", "text-control-character",
                "text-too-long",
            ]),
        ("A command before it is logged",
            [
                "action-wrong-target", "address-unknown", "certificate-unknown", "class-unknown", "command-id-taken",
                "component-unknown", "drill-finished",
                "drill-not-running", "drill-paused", "estate-catching-up", "estate-restarting", "feature-unknown", "rack-unknown",
                "schedule-beyond-drill", "server-unknown", "size-unknown", "source-unknown", "target-unknown",
                "too-many-commands",
                "undo-overtaken", "undo-unknown",
            ]),
        ("Racks and servers",
            [
                "disk-endless", "disk-short", "estate-full", "firewall-closed-already", "firewall-open-already",
                "generations-full",
                "memory-limit-short", "memory-short", "no-proxy", "no-template", "port-empty", "port-not-ready", "port-taken",
                "process-down-already", "process-missing", "rack-dark", "rack-full", "reload-pending", "role-missing",
                "rotation-too-big",
                "server-attached-already", "server-changing", "server-drained-already", "server-has-database",
                "server-has-no-balancer", "server-leaving", "server-no-power", "server-not-running", "server-not-stopped",
                "server-there", "size-same", "switch-pending", "version-unknown",
            ]),
        ("Balancers, names, certificates",
            [
                "address-last", "address-listed", "address-not-listed", "address-takes-no-users", "balancer-down",
                "certificate-renewing-already", "certificate-served", "check-timeout-too-long", "no-handshakes", "not-a-target",
                "source-blocked",
                "source-not-blocked", "target-attached", "target-not-attached",
            ]),
        ("Users", ["feature-off", "feature-on"]),
        ("Caches",
            [
                "cache-caches-nothing", "cache-exists", "cache-no-room", "cache-not-warming", "cache-starting", "cache-warming",
                "class-cached", "class-not-cacheable", "class-not-cached", "edge-stays", "nothing-cacheable",
            ]),
        ("Queues", ["no-dead-letters", "queue-empty", "queue-not-paused", "queue-paused-already"]),
        ("Databases and scalers",
            [
                "alter-no-primary", "alter-under-way", "breaker-window-short", "failover-no-replica", "failover-no-replica-up",
                "failover-running", "no-alter", "no-pooler", "no-session",
                "no-session-of", "nobody-blocks", "replica-is-primary", "replica-none",
                "replica-shares-server", "replica-unknown",
                "replicas-full",
                "scaling-below-above", "scaling-min-above-max", "scaling-rate-missing", "scaling-schedule-missing",
            ]),
        ("Rollouts",
            [
                "rollout-no-balancer", "rollout-no-proxy", "rollout-no-room", "rollout-not-paused", "rollout-not-running",
                "rollout-nothing",
                "rollout-nothing-to-roll-back", "rollout-running", "rollout-stands-still",
            ]),
        ("Alerts and hints", ["alert-acknowledged-already", "alert-gone", "hint-none", "hint-none-left", "hint-not-yet"]),
        ("Looking closely", ["access-log-none", "look-broken-off", "look-under-way", "server-not-reachable"]),
        ("The incident desk",
            [
                "cause-named-already", "causes-too-many", "incident-none", "incident-open", "incident-still-hurting",
                "incidents-too-many", "role-yours-already", "status-too-many",
            ]),
        ("Drills and seats",
            [
                "code-unknown", "debrief-early", "debrief-none", "debrief-sandbox",
                "drill-already-started", "drill-full", "drill-not-paused", "drill-not-upgraded", "drill-unknown",
                "drill-upgraded", "drills-too-fast", "estates-full", "name-empty", "name-invalid", "name-reserved", "name-taken",
                "name-too-long", "plays-already", "role-unknown", "scenario-unknown", "seat-unknown", "seed-in-play",
                "speed-invalid", "team-full", "team-name-taken", "team-unknown", "teams-none", "teams-too-many",
                "too-many-drills", "too-many-drills-here", "too-many-guesses",
            ]),
        ("The strategy lab",
            [
                "already-submitted", "evaluation-unfinished", "evaluation-unknown", "evaluations-too-fast", "lab-full",
                "lab-full-for-you",
                "not-yours", "plan-too-large",
            ]),
    ];
}
