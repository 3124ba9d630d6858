using OpsGame.Grains.Records;
using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Causes;
using static OpsGame.Server.Tests.Play.Proofs.RefusalScripts;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>One line a code: how somebody at a real connection brings it about.</summary>
internal static class RefusalCases
{
    private const string Declare = "declare-incident incident what=slow; ";
    private const string Start = nameof(IDrillHub.Start);

    public static readonly Dictionary<string, Func<Proving, Task<string?>>> All = new(DatabaseRefusals.All)
    {
        ["not-your-role"] = Lobby(async stage => await (await stage.Of("Ada")).Order(Start)),
        ["organiser-only"] = Stranger(async hub => (await hub.Oversee("any")).Refusal?.Code),
        ["sign-in-expired"] = SignInCases.Expired,
        ["sign-in-link-wrong"] = SignInCases.WrongLink,
        ["sign-in-revoked"] = SignInCases.Revoked,
        ["sign-in-unavailable"] = SignInCases.NoStorage,
        ["sign-ins-too-many"] = SignInCases.Guesses,
        ["page-outdated"] = OtherVersion,
        ["request-invalid"] = Drill(async stage => (await (await stage.Of("Ada")).Command("", "reload", "web-1")).Refusal?.Code),
        ["seat-given-up"] = Drill(CommandsAfterLeaving),
        ["seat-missing"] = Stranger(hub => hub.Order(Start)),
        ["internal"] = OwnServer.BrokenDatabase,
        ["storage-unavailable"] = StorageCases.NothingIsTaken,
        ["too-fast"] =
            Stranger(async hub =>
                (await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => hub.Order(Start)))).Last(code => code != "seat-missing")),

        ["action-unknown"] = Scripted("dance web-1"),
        ["fault-unknown"] =
            Drill(stage => stage.Instructor.Order(nameof(IDrillHub.Inject), new InjectRequest(null, "flood", "web-1", []))),
        ["parameter-missing"] = Scripted("add-server rack-1"),
        ["parameter-not-a-choice"] = Scripted("reload web-1 role=cook"),
        ["parameter-not-a-number"] = Scripted("resize-cache cache capacity=many"),
        ["parameter-not-whole"] = Scripted("resize-cache cache capacity=1.5"),
        ["parameter-out-of-range"] = Scripted("server-slow web-1 amount=0"),
        ["parameter-too-small"] = Scripted("set-lock-timeout database seconds=0.0001"),
        ["schedule-not-in-order"] = Scripted("set-scaling scaler policy=schedule schedule=2m_4,1m_2"),
        ["schedule-too-long"] = Scripted(
            $"set-scaling scaler policy=schedule schedule={string.Join(',', Enumerable.Range(0, 21).Select(at => $"{at}s_2"))}"),
        ["schedule-unreadable"] = Scripted("set-scaling scaler policy=schedule schedule=2_4"),
        ["parameter-unknown"] = Scripted("flush-cache cache when=now"),
        ["text-control-character"] = Scripted("declare-incident incident what=\u0007"),
        ["text-too-long"] = Scripted($"declare-incident incident what={new string('x', 100)}"),

        ["action-wrong-target"] = Scripted("reload balancer"),
        ["address-unknown"] = Scripted("add-address dns address=moon"),
        ["command-id-taken"] = Drill(async stage =>
        {
            await (await stage.Of("Ada")).Command("mine", "flush-cache", "cache");
            return (await (await stage.Of("Bo")).Command("mine", "flush-cache", "cache")).Refusal?.Code;
        }),
        ["component-unknown"] = Scripted(Declare + "name-cause incident component=moon failure=deadlocks"),
        ["undo-overtaken"] = Undo("set-ttl cache seconds=7"),
        ["undo-unknown"] = Undo("undo"),
        ["certificate-unknown"] = Scripted("set-certificate balancer certificate=moon"),
        ["class-unknown"] = Scripted("kill-session database class=moon"),
        ["rack-unknown"] = Scripted("move-server web-1 rack=moon"),
        ["schedule-beyond-drill"] = Scripted("set-scaling scaler policy=schedule schedule=0s_2,31m_4"),
        ["drill-finished"] = Ordered(nameof(IDrillHub.Finish)),
        ["drill-not-running"] = Lobby(async stage => (await stage.Play("flush-cache cache")).Code),
        ["drill-paused"] = Ordered(nameof(IDrillHub.Pause)),
        ["estate-catching-up"] = OwnServer.MuchToReplay,
        ["estate-restarting"] = OwnServer.TakenOver,
        ["too-many-commands"] = OwnServer.SlowDisk,
        ["server-unknown"] = Scripted("attach balancer server=moon"),
        ["feature-unknown"] = Scripted("set-feature users feature=moon"),
        ["feature-on"] = Scripted("set-feature users feature=recommendations on=true"),
        ["feature-off"] =
            Scripted("set-feature users feature=recommendations on=false; set-feature users feature=recommendations on=false"),
        ["source-unknown"] = Scripted("block-source balancer source=moon"),
        ["size-unknown"] = Scripted("add-server rack-1 size=huge"),
        ["target-unknown"] = Scripted("reload moon"),

        ["disk-short"] = Scripted("log-flood web-1 amount=1000; pass 5; change-size web-1 size=tight"),
        ["server-attached-already"] = Scripted("undrain-server web-1"),
        ["server-changing"] = Scripted("speed 0.5; change-size web-1 size=diskless; change-size web-1 size=diskless"),
        ["server-drained-already"] = Scripted("drain-server web-1; speed 0.5; hear target-draining; drain-server web-1"),
        ["server-has-no-balancer"] = Scripted("drain-server db-1"),
        ["server-there"] = Scripted("move-server web-1 rack=rack-1"),
        ["size-same"] = Scripted("change-size web-1 size=small"),
        ["disk-endless"] = Scripted("clear-logs web-2"),
        ["estate-full"] = Scripted("add-server rack-1 size=small", Proving.Crowded),
        ["firewall-closed-already"] = Scripted("close-firewall web-1; close-firewall web-1 from=web"),
        ["firewall-open-already"] = Scripted("open-firewall web-1"),
        ["generations-full"] = Scripted(
            "speed 2; " + Times(15, "reload server-1; hear server-reloaded; ") + "reload server-1", Proving.Alone),
        ["memory-limit-short"] = Scripted("change-threads web-2 threads=512"),
        ["memory-short"] = Scripted("change-threads web-1 processes=8 threads=1024"),
        ["no-proxy"] = Scripted("install-beside app-1 version=v2; hear port-ready; switch-port app-1"),
        ["no-template"] = Scripted("add-server rack-1 size=small tier=app", Proving.Alone),
        ["port-empty"] = Scripted("stop-port web-1"),
        ["port-not-ready"] = Scripted("switch-port web-1"),
        ["port-taken"] = Scripted("speed 0.5; install-beside web-1 version=v2; install-beside web-1 version=v2"),
        ["process-down-already"] = Scripted("speed 0.5; kill-process web-1; kill-process web-1"),
        ["process-missing"] = Scripted("kill-process web-1 process=9"),
        ["rack-dark"] = Scripted("rack-power rack-2; hear rack-power-lost; add-server rack-2 size=small"),
        ["rack-full"] = Scripted("add-server rack-2 size=small; add-server rack-2 size=small"),
        ["reload-pending"] =
            Scripted("install-beside web-1 version=v2; hear port-ready; speed 0.5; reload web-1 role=web; switch-port web-1"),
        ["role-missing"] = Scripted("reload app-1 role=web"),
        ["rotation-too-big"] = Scripted("rotate-logs web-1 keep=20000"),
        ["server-has-database"] = Scripted("remove-server db-2"),
        ["server-leaving"] = Scripted("speed 0.5; remove-server web-1; remove-server web-1"),
        ["server-no-power"] = Scripted("rack-power rack-2; hear rack-power-lost; stop-server web-2"),
        ["server-not-running"] = Scripted("speed 0.5; restart-server web-1; reload web-1"),
        ["server-not-stopped"] = Scripted("start-server web-1"),
        ["switch-pending"] =
            Scripted("install-beside web-1 version=v2; hear port-ready; speed 0.5; switch-port web-1; switch-port web-1"),
        ["version-unknown"] = Scripted("install-beside web-1 version=v9"),

        ["address-last"] = Scripted("remove-address dns address=edge"),
        ["address-listed"] = Scripted("add-address dns address=edge"),
        ["address-not-listed"] = Scripted("remove-address dns address=balancer"),
        ["address-takes-no-users"] = Scripted("add-address dns address=db-1"),
        ["balancer-down"] = Scripted("speed 0.5; restart-balancer balancer; restart-balancer balancer"),
        ["certificate-renewing-already"] = Scripted("speed 0.5; renew-certificate certificate; renew-certificate certificate"),
        ["certificate-served"] = Scripted("set-certificate balancer certificate=certificate"),
        ["check-timeout-too-long"] = Scripted("set-health-check balancer interval=2 timeout=2"),
        ["no-handshakes"] = Scripted("set-handshake-limit inner handshakes=5"),
        ["not-a-target"] = Scripted("attach balancer server=db-1"),
        ["source-blocked"] = Scripted("block-source balancer source=campus; block-source balancer source=campus"),
        ["source-not-blocked"] = Scripted("unblock-source balancer source=campus"),
        ["target-attached"] = Scripted("attach balancer server=web-1"),
        ["target-not-attached"] = Scripted("speed 0.5; detach balancer server=web-1; detach balancer server=web-1"),

        ["cache-caches-nothing"] = Scripted("set-cached cache class=browse on=false; warm-cache cache"),
        ["cache-exists"] = Scripted("add-cache rack-1"),
        ["cache-starting"] = Scripted("remove-cache cache; speed 0.5; add-cache rack-1; warm-cache cache"),
        ["edge-stays"] = Scripted("remove-cache edge"),
        ["nothing-cacheable"] = Scripted("add-cache rack-1", Proving.Alone),
        ["cache-no-room"] = Scripted("resize-cache cache capacity=0; warm-cache cache"),
        ["cache-not-warming"] = Scripted("stop-warming cache"),
        ["cache-warming"] = Scripted("warm-cache cache rate=1; warm-cache cache rate=1"),
        ["class-cached"] = Scripted("set-cached cache class=browse on=true"),
        ["class-not-cacheable"] = Scripted("set-cached cache class=ping on=true"),
        ["class-not-cached"] = Scripted("set-cached cache class=ping on=false"),

        ["no-dead-letters"] = Scripted("redrive-queue queue"),
        ["queue-empty"] = Scripted("purge-queue queue"),
        ["queue-not-paused"] = Scripted("resume-queue queue"),
        ["queue-paused-already"] = Scripted("pause-queue queue; pause-queue queue"),

        ["scaling-below-above"] = Scripted("set-scaling scaler policy=step above=0.3 below=0.5"),
        ["scaling-min-above-max"] = Scripted("set-scaling scaler min=5 max=2"),
        ["scaling-rate-missing"] = Scripted("set-scaling-behavior scaler downPercent=0"),
        ["scaling-schedule-missing"] = Scripted("set-scaling scaler policy=schedule schedule=none"),
        ["rollout-no-balancer"] = Scripted("start-rollout rollout version=v2 strategy=blue-green", Proving.Alone),
        ["rollout-no-proxy"] = Scripted("start-rollout rollout version=v2 strategy=in-server"),
        ["rollout-no-room"] = Scripted(
            "add-server rack-1 size=small; add-server rack-1 size=small; start-rollout rollout version=v2 strategy=blue-green"),
        ["rollout-not-paused"] = Scripted("resume-rollout rollout"),
        ["rollout-not-running"] = Scripted("pause-rollout rollout"),
        ["rollout-nothing"] = Scripted("start-rollout rollout version=v1"),
        ["rollout-nothing-to-roll-back"] = Scripted("roll-back rollout"),
        ["rollout-stands-still"] = Scripted("start-rollout rollout version=v2 strategy=replace surge=0 unavailable=0"),
        ["rollout-running"] = Scripted("speed 0.5; start-rollout rollout version=v2; start-rollout rollout version=v2"),

        ["alert-acknowledged-already"] =
            Scripted("rack-power rack-2; hear alert-server-down; acknowledge alert-1; Bo: acknowledge alert-1"),
        ["alert-gone"] = Scripted("rack-power rack-2 seconds=5; hear alert-server-down; pass 30; acknowledge alert-1"),
        ["bet-answer-unknown"] = Scripted("hear bet-opened; place-bet bets answer=3"),
        ["bet-closed"] = Scripted("rack-power rack-2; hear bet-decided; place-bet bets"),
        ["bet-none"] = Scripted("place-bet bets", Proving.Alone),
        ["bet-not-yet"] = Scripted("place-bet bets", Proving.Crowded),
        ["hint-none"] = Scripted("take-hint hints", Proving.Alone),
        ["hint-none-left"] = Scripted("take-hint hints; take-hint hints", Proving.Crowded),
        ["hint-not-yet"] = Scripted("take-hint hints; take-hint hints"),

        ["access-log-none"] = Scripted("read-access-log db-1"),
        ["look-broken-off"] = Scripted("speed 0.5; list-processes web-2; rack-power rack-2; hear look-broken-off"),
        ["look-under-way"] = Scripted("speed 0.5; slow-queries database; Bo: slow-queries database"),
        ["server-not-reachable"] = Scripted("rack-power rack-2; hear rack-power-lost; list-processes web-2"),

        ["incident-still-hurting"] = Scripted(
            "close-firewall web-1; close-firewall web-2; hear alert-no-healthy-target; " + Declare + "close-incident incident"),
        ["incidents-too-many"] = Scripted(
            Times(9, Declare + "close-incident incident; ") + Times(9, "Bo: " + Declare + "Bo: close-incident incident; ")
            + Times(2, "Cy: " + Declare + "Cy: close-incident incident; ") + "Cy: declare-incident incident what=slow"),
        ["incident-open"] = Scripted(Declare + "Bo: declare-incident incident what=slow"),
        ["causes-too-many"] = Scripted(
            Declare + string.Concat(Taxonomy.Ids.Take(10).Select(id => $"name-cause incident component=web-1 failure={id}; "))
            + $"name-cause incident component=web-2 failure={Taxonomy.Ids[0]}"),
        ["status-too-many"] = Scripted(
            Declare + Times(17, "post-status incident text=soon; ") + Times(17, "Bo: post-status incident text=soon; ")
            + Times(16, "Cy: post-status incident text=soon; ") + "Cy: post-status incident text=soon"),
        ["cause-named-already"] = Scripted(Declare + Times(2, "name-cause incident component=web-1 failure=deadlocks; ")),
        ["role-yours-already"] = Scripted(Times(2, "take-role incident; ")),
        ["incident-none"] = Scripted("close-incident incident"),

        ["code-unknown"] = Stranger(async hub => (await hub.FindDrill("ZZZZZZ")).Refusal?.Code),
        ["debrief-early"] = DebriefCases.Early,
        ["debrief-none"] = DebriefCases.OfAnotherHistory,
        ["debrief-sandbox"] = DebriefCases.OfASandbox,
        ["drill-already-started"] = Drill(stage => stage.Instructor.Order(Start)),
        ["drill-deleted"] = Deleted,
        ["drill-full"] =
            Lobby(stage => stage.Fill(DrillLimits.Watchers, i => new JoinDrill(stage.Code, $"Watcher {i}", null, "observer"))),
        ["drill-not-upgraded"] = Drill(stage => stage.Instructor.Order(nameof(IDrillHub.GoOn))),
        ["drill-upgraded"] = StorageCases.Upgraded,
        ["drill-not-paused"] = Drill(stage => stage.Instructor.Order(nameof(IDrillHub.Continue))),
        ["drills-too-fast"] = OwnServer.DrillsAtOnce,
        ["drill-unknown"] = async server =>
        {
            await using var organiser = await server.Connect(await server.OrganiserCookie());
            return (await organiser.Oversee("none")).Refusal?.Code;
        },
        ["name-empty"] = Join(" "),
        ["name-invalid"] = Join("<b>Bo</b>"),
        ["name-reserved"] = Join("Adm1n"),
        ["name-taken"] = Join("ADA"),
        ["name-too-long"] = Join(new string('x', 41)),
        ["plays-already"] = Stranger(JoinsBothTeams),
        ["role-unknown"] = Join("Bo", role: "cook"),
        ["scenario-unknown"] = Stranger(async hub => (await hub.PlayNow("moon")).Refusal?.Code),
        ["seat-unknown"] = Stranger(async hub => (await hub.Resume("forged")).Refusal?.Code),
        ["seed-in-play"] = Stranger(async hub =>
        {
            await hub.Create(Proving.Alone, "Grace", ["Red"], seed: -1);
            return (await hub.Create(Proving.Alone, "Grace", ["Red"], seed: -1)).Refusal?.Code;
        }),
        ["speed-invalid"] = Drill(stage => stage.Instructor.Order(nameof(IDrillHub.Speed), 3.0)),
        ["team-full"] =
            Lobby(stage => stage.Fill(DrillLimits.Players, i => new JoinDrill(stage.Code, $"Player {i}", "t1", "player"))),
        ["team-name-taken"] = Create("Red", "red "),
        ["team-unknown"] = Join("Bo", team: "t9"),
        ["teams-none"] = Create(),
        ["teams-too-many"] = Create([.. Enumerable.Range(1, DrillLimits.Teams + 1).Select(i => $"Team {i}")]),
        ["estates-full"] = _ => FullServer.Refuses(),
        ["too-many-drills"] = OwnServer.ManyDrills,
        ["too-many-drills-here"] = OwnServer.ManyDrillsOfOne,
        ["too-many-guesses"] = OwnServer.ManyGuesses,

        ["already-submitted"] = Stranger(SubmitsTwice),
        ["evaluation-unfinished"] = Stranger(hub => SubmitsAtOnce(hub, answer => answer)),
        ["evaluation-unknown"] = Stranger(hub => hub.Submit(new EvaluationAnswer("none", "", null, []), "Ada")),
        ["evaluations-too-fast"] = Stranger(ManyPlans),
        ["lab-full"] = OwnServer.ManyEvaluations,
        ["lab-full-for-you"] = OwnServer.ManyEvaluationsOfOne,
        ["not-yours"] = Stranger(hub => SubmitsAtOnce(hub, answer => answer with { Token = "" })),
        ["plan-too-large"] =
            Stranger(async hub => (await hub.CheckPlan(SmallLibrary.Scenario, new string('#', 65 * 1024))).Refusal?.Code),
    };
}
