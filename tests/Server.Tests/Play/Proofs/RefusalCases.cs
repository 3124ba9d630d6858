using OpsGame.Grains.Records;
using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>One line a code: how somebody at a real connection brings it about.</summary>
internal static class RefusalCases
{
    private const string Declare = "declare-incident incident what=slow; ";
    private const string Start = nameof(IDrillHub.Start);

    public static readonly Dictionary<string, Func<Proving, Task<string?>>> All = new()
    {
        ["not-your-role"] = Lobby(async stage => await (await stage.Of("Ada")).Order(Start)),
        ["organiser-only"] = Stranger(async hub => (await hub.Oversee("any")).Refusal?.Code),
        ["request-invalid"] = Drill(async stage => (await (await stage.Of("Ada")).Command("", "reload", "web-1")).Refusal?.Code),
        ["seat-given-up"] = Drill(async stage =>
        {
            var (ada, tab) = (await stage.Of("Ada"), await stage.Stranger());
            await tab.Resume(ada.Seat!.Token);
            await ada.Leave();
            return (await tab.Command("late", "flush-cache", "cache")).Refusal?.Code;
        }),
        ["seat-missing"] = Stranger(hub => hub.Order(Start)),
        ["internal"] = OwnServer.BrokenDatabase,
        ["storage-unavailable"] = StorageCases.NothingIsTaken,
        ["too-fast"] = Stranger(async hub => (await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => hub.Order(Start)))).Last(code => code != "seat-missing")),

        ["action-unknown"] = Play("dance web-1"),
        ["fault-unknown"] = Drill(stage => stage.Instructor.Order(nameof(IDrillHub.Inject), new InjectRequest(null, "flood", "web-1", []))),
        ["parameter-missing"] = Play("add-server rack-1"),
        ["parameter-not-a-choice"] = Play("reload web-1 role=cook"),
        ["parameter-not-a-number"] = Play("resize-cache cache capacity=many"),
        ["parameter-out-of-range"] = Play("server-slow web-1 amount=0"),
        ["schedule-not-in-order"] = Play("set-scaling scaler policy=schedule schedule=2m_4,1m_2"),
        ["schedule-too-long"] = Play($"set-scaling scaler policy=schedule schedule={string.Join(',', Enumerable.Range(0, 21).Select(at => $"{at}s_2"))}"),
        ["schedule-unreadable"] = Play("set-scaling scaler policy=schedule schedule=2_4"),
        ["parameter-unknown"] = Play("flush-cache cache when=now"),
        ["text-control-character"] = Play("declare-incident incident what=\u0007"),
        ["text-too-long"] = Play($"declare-incident incident what={new string('x', 100)}"),

        ["action-wrong-target"] = Play("reload balancer"),
        ["address-unknown"] = Play("add-address dns address=moon"),
        ["command-id-taken"] = Drill(async stage =>
        {
            await (await stage.Of("Ada")).Command("mine", "flush-cache", "cache");
            return (await (await stage.Of("Bo")).Command("mine", "flush-cache", "cache")).Refusal?.Code;
        }),
        ["component-unknown"] = Play(Declare + "name-cause incident component=moon failure=deadlocks"),
        ["undo-overtaken"] = Undo("set-ttl cache seconds=7"),
        ["undo-unknown"] = Undo("undo"),
        ["certificate-unknown"] = Play("set-certificate balancer certificate=moon"),
        ["class-unknown"] = Play("kill-session database class=moon"),
        ["rack-unknown"] = Play("move-server web-1 rack=moon"),
        ["schedule-beyond-drill"] = Play("set-scaling scaler policy=schedule schedule=0s_2,31m_4"),
        ["drill-finished"] = Drill(async stage =>
        {
            await stage.Instructor.Order(nameof(IDrillHub.Finish));
            return (await stage.Play("flush-cache cache")).Code;
        }),
        ["drill-not-running"] = Lobby(async stage => (await stage.Play("flush-cache cache")).Code),
        ["drill-paused"] = Drill(async stage =>
        {
            await stage.Instructor.Order(nameof(IDrillHub.Pause));
            return (await stage.Play("flush-cache cache")).Code;
        }),
        ["estate-catching-up"] = OwnServer.MuchToReplay,
        ["estate-restarting"] = OwnServer.TakenOver,
        ["too-many-commands"] = OwnServer.SlowDisk,
        ["server-unknown"] = Play("attach balancer server=moon"),
        ["feature-unknown"] = Play("set-feature users feature=moon"),
        ["feature-on"] = Play("set-feature users feature=recommendations on=true"),
        ["feature-off"] = Play("set-feature users feature=recommendations on=false; set-feature users feature=recommendations on=false"),
        ["source-unknown"] = Play("block-source balancer source=moon"),
        ["size-unknown"] = Play("add-server rack-1 size=huge"),
        ["target-unknown"] = Play("reload moon"),

        ["disk-short"] = Play("log-flood web-1 amount=1000; pass 5; change-size web-1 size=tight"),
        ["server-attached-already"] = Play("undrain-server web-1"),
        ["server-changing"] = Play("speed 0.5; change-size web-1 size=diskless; change-size web-1 size=diskless"),
        ["server-drained-already"] = Play("drain-server web-1; speed 0.5; hear target-draining; drain-server web-1"),
        ["server-has-no-balancer"] = Play("drain-server db-1"),
        ["server-there"] = Play("move-server web-1 rack=rack-1"),
        ["size-same"] = Play("change-size web-1 size=small"),
        ["disk-endless"] = Play("clear-logs web-2"),
        ["estate-full"] = Play("add-server rack-1 size=small", Proving.Crowded),
        ["firewall-closed-already"] = Play("close-firewall web-1; close-firewall web-1 from=web"),
        ["firewall-open-already"] = Play("open-firewall web-1"),
        ["generations-full"] = Play(
            "speed 2; " + Times(15, "reload server-1; hear server-reloaded; ") + "reload server-1", Proving.Alone),
        ["memory-short"] = Play("change-threads web-1 processes=8 threads=1024"),
        ["no-proxy"] = Play("install-beside app-1 version=v2; hear port-ready; switch-port app-1"),
        ["no-template"] = Play("add-server rack-1 size=small tier=app", Proving.Alone),
        ["port-empty"] = Play("stop-port web-1"),
        ["port-not-ready"] = Play("switch-port web-1"),
        ["port-taken"] = Play("speed 0.5; install-beside web-1 version=v2; install-beside web-1 version=v2"),
        ["process-down-already"] = Play("speed 0.5; kill-process web-1; kill-process web-1"),
        ["process-missing"] = Play("kill-process web-1 process=9"),
        ["rack-dark"] = Play("rack-power rack-2; hear rack-power-lost; add-server rack-2 size=small"),
        ["rack-full"] = Play("add-server rack-2 size=small; add-server rack-2 size=small"),
        ["reload-pending"] = Play("install-beside web-1 version=v2; hear port-ready; speed 0.5; reload web-1 role=web; switch-port web-1"),
        ["role-missing"] = Play("reload app-1 role=web"),
        ["rotation-too-big"] = Play("rotate-logs web-1 keep=20000"),
        ["server-has-database"] = Play("remove-server db-2"),
        ["server-leaving"] = Play("speed 0.5; remove-server web-1; remove-server web-1"),
        ["server-no-power"] = Play("rack-power rack-2; hear rack-power-lost; stop-server web-2"),
        ["server-not-running"] = Play("speed 0.5; restart-server web-1; reload web-1"),
        ["server-not-stopped"] = Play("start-server web-1"),
        ["switch-pending"] = Play("install-beside web-1 version=v2; hear port-ready; speed 0.5; switch-port web-1; switch-port web-1"),
        ["version-unknown"] = Play("install-beside web-1 version=v9"),

        ["address-last"] = Play("remove-address dns address=edge"),
        ["address-listed"] = Play("add-address dns address=edge"),
        ["address-not-listed"] = Play("remove-address dns address=balancer"),
        ["address-takes-no-users"] = Play("add-address dns address=db-1"),
        ["balancer-down"] = Play("speed 0.5; restart-balancer balancer; restart-balancer balancer"),
        ["certificate-renewing-already"] = Play("speed 0.5; renew-certificate certificate; renew-certificate certificate"),
        ["certificate-served"] = Play("set-certificate balancer certificate=certificate"),
        ["check-timeout-too-long"] = Play("set-health-check balancer interval=2 timeout=2"),
        ["no-handshakes"] = Play("set-handshake-limit inner handshakes=5"),
        ["not-a-target"] = Play("attach balancer server=db-1"),
        ["source-blocked"] = Play("block-source balancer source=campus; block-source balancer source=campus"),
        ["source-not-blocked"] = Play("unblock-source balancer source=campus"),
        ["target-attached"] = Play("attach balancer server=web-1"),
        ["target-not-attached"] = Play("speed 0.5; detach balancer server=web-1; detach balancer server=web-1"),

        ["cache-caches-nothing"] = Play("set-cached cache class=browse on=false; warm-cache cache"),
        ["cache-exists"] = Play("add-cache rack-1"),
        ["cache-starting"] = Play("remove-cache cache; add-cache rack-1; warm-cache cache"),
        ["edge-stays"] = Play("remove-cache edge"),
        ["nothing-cacheable"] = Play("add-cache rack-1", Proving.Alone),
        ["cache-no-room"] = Play("resize-cache cache capacity=0; warm-cache cache"),
        ["cache-not-warming"] = Play("stop-warming cache"),
        ["cache-warming"] = Play("warm-cache cache rate=1; warm-cache cache rate=1"),
        ["class-cached"] = Play("set-cached cache class=browse on=true"),
        ["class-not-cacheable"] = Play("set-cached cache class=ping on=true"),
        ["class-not-cached"] = Play("set-cached cache class=ping on=false"),

        ["breaker-window-short"] = Play("set-breaker database window=10 calls=20"),
        ["no-session"] = Play("close-firewall db-1; pass 2; kill-session database"),
        ["no-session-of"] = Play("kill-session database class=ping"),
        ["nobody-blocks"] = Play("pass 1; kill-session database which=lock-holder", Proving.Alone),
        ["failover-no-replica"] = Play("fail-over database", Proving.Alone),
        ["failover-no-replica-up"] = Play("stop-server db-2; hear server-stopped; fail-over database"),
        ["failover-running"] = Play("speed 0.5; fail-over database; fail-over database"),
        ["replica-is-primary"] = Play("remove-replica database server=db-1"),
        ["replica-shares-server"] = Play("remove-replica database server=web-1"),
        ["replica-unknown"] = Play("remove-replica database server=app-1"),
        ["replicas-full"] = Play(Times(Limits.Replicas + 1, "add-replica database size=small rack=rack-1; "), Proving.Alone),
        ["scaling-below-above"] = Play("set-scaling scaler policy=step above=0.3 below=0.5"),
        ["scaling-min-above-max"] = Play("set-scaling scaler min=5 max=2"),
        ["scaling-schedule-missing"] = Play("set-scaling scaler policy=schedule schedule=none"),

        ["rollout-no-balancer"] = Play("start-rollout rollout version=v2 strategy=blue-green", Proving.Alone),
        ["rollout-no-proxy"] = Play("start-rollout rollout version=v2 strategy=in-server"),
        ["rollout-no-room"] = Play("add-server rack-1 size=small; add-server rack-1 size=small; start-rollout rollout version=v2 strategy=blue-green"),
        ["rollout-not-paused"] = Play("resume-rollout rollout"),
        ["rollout-not-running"] = Play("pause-rollout rollout"),
        ["rollout-nothing"] = Play("start-rollout rollout version=v1"),
        ["rollout-nothing-to-roll-back"] = Play("roll-back rollout"),
        ["rollout-running"] = Play("speed 0.5; start-rollout rollout version=v2; start-rollout rollout version=v2"),

        ["alert-acknowledged-already"] = Play("rack-power rack-2; hear alert-server-down; acknowledge alert-1; Bo: acknowledge alert-1"),
        ["alert-gone"] = Play("rack-power rack-2 seconds=5; hear alert-server-down; pass 30; acknowledge alert-1"),
        ["hint-none"] = Play("take-hint hints", Proving.Alone),
        ["hint-none-left"] = Play("take-hint hints; take-hint hints", Proving.Crowded),
        ["hint-not-yet"] = Play("take-hint hints; take-hint hints"),

        ["access-log-none"] = Play("read-access-log db-1"),
        ["look-broken-off"] = Play("speed 0.5; list-processes web-2; rack-power rack-2; hear look-broken-off"),
        ["look-under-way"] = Play("speed 0.5; slow-queries database; Bo: slow-queries database"),
        ["server-not-reachable"] = Play("rack-power rack-2; hear rack-power-lost; list-processes web-2"),

        ["incident-still-hurting"] = Play(
            "close-firewall web-1; close-firewall web-2; hear alert-no-healthy-target; " + Declare + "close-incident incident"),
        ["incidents-too-many"] = Play(
            Times(9, Declare + "close-incident incident; ") + Times(9, "Bo: " + Declare + "Bo: close-incident incident; ")
            + Times(2, "Cy: " + Declare + "Cy: close-incident incident; ") + "Cy: declare-incident incident what=slow"),
        ["incident-open"] = Play(Declare + "Bo: declare-incident incident what=slow"),
        ["causes-too-many"] = Play(
            Declare + string.Concat(Taxonomy.Ids.Take(10).Select(id => $"name-cause incident component=web-1 failure={id}; "))
            + $"name-cause incident component=web-2 failure={Taxonomy.Ids[0]}"),
        ["status-too-many"] = Play(
            Declare + Times(17, "post-status incident text=soon; ") + Times(17, "Bo: post-status incident text=soon; ")
            + Times(16, "Cy: post-status incident text=soon; ") + "Cy: post-status incident text=soon"),
        ["cause-named-already"] = Play(Declare + Times(2, "name-cause incident component=web-1 failure=deadlocks; ")),
        ["role-yours-already"] = Play(Times(2, "take-role incident; ")),
        ["incident-none"] = Play("close-incident incident"),

        ["code-unknown"] = Stranger(async hub => (await hub.Look("ZZZZZZ")).Refusal?.Code),
        ["drill-already-started"] = Drill(stage => stage.Instructor.Order(Start)),
        ["drill-full"] = Lobby(stage => stage.Fill(DrillLimits.Watchers, i => new JoinDrill(stage.Code, $"Watcher {i}", null, "observer"))),
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
        ["plays-already"] = Stranger(async hub =>
        {
            var code = (await hub.Create(Proving.Alone, "Grace", ["Red", "Blue"])).Seat!.Code;
            await hub.Join(code, "Ada", "t1");
            return (await hub.Join(code, "Bo", "t2")).Refusal?.Code;
        }),
        ["role-unknown"] = Join("Bo", role: "cook"),
        ["scenario-unknown"] = Stranger(async hub => (await hub.PlayNow("moon")).Refusal?.Code),
        ["seat-unknown"] = Stranger(async hub => (await hub.Resume("forged")).Refusal?.Code),
        ["seed-in-play"] = Stranger(async hub =>
        {
            await hub.Create(Proving.Alone, "Grace", ["Red"], seed: -1);
            return (await hub.Create(Proving.Alone, "Grace", ["Red"], seed: -1)).Refusal?.Code;
        }),
        ["speed-invalid"] = Drill(stage => stage.Instructor.Order(nameof(IDrillHub.Speed), 3.0)),
        ["team-full"] = Lobby(stage => stage.Fill(DrillLimits.Players, i => new JoinDrill(stage.Code, $"Player {i}", "t1", "player"))),
        ["team-name-taken"] = Create("Red", "red "),
        ["team-unknown"] = Join("Bo", team: "t9"),
        ["teams-none"] = Create(),
        ["teams-too-many"] = Create([.. Enumerable.Range(1, DrillLimits.Teams + 1).Select(i => $"Team {i}")]),
        ["too-many-drills"] = OwnServer.ManyDrills,
        ["too-many-drills-here"] = OwnServer.ManyDrillsOfOne,
        ["too-many-guesses"] = OwnServer.ManyGuesses,

        ["already-submitted"] = Stranger(async hub =>
        {
            var answer = await hub.Runs(SmallLibrary.Scenario, SmallLibrary.Par);
            await hub.Submit(answer, "Ada");
            return await hub.Submit(answer, "Ada");
        }),
        ["evaluation-unfinished"] = Stranger(hub => SubmitsAtOnce(hub, answer => answer)),
        ["evaluation-unknown"] = Stranger(hub => hub.Submit(new EvaluationAnswer("none", "", null, []), "Ada")),
        ["evaluations-too-fast"] = Stranger(ManyPlans),
        ["lab-full"] = OwnServer.ManyEvaluations,
        ["lab-full-for-you"] = OwnServer.ManyEvaluationsOfOne,
        ["not-yours"] = Stranger(hub => SubmitsAtOnce(hub, answer => answer with { Token = "" })),
        ["plan-too-large"] = Stranger(async hub => (await hub.CheckPlan(SmallLibrary.Scenario, new string('#', 65 * 1024))).Refusal?.Code),
    };

    private static string Times(int times, string steps) => string.Concat(Enumerable.Repeat(steps, times));

    private static Func<Proving, Task<string?>> Play(string script, string scenario = Proving.Everything) => async server =>
    {
        await using var stage = await Stage.Set(server, scenario);
        var told = await stage.Play(script);
        return told.Kind == "refused" ? told.Code : null;
    };

    /// <summary>What was done before something else is done, or taken back, is taken back.</summary>
    private static Func<Proving, Task<string?>> Undo(string meanwhile) => Drill(async stage =>
    {
        var ada = await stage.Of("Ada");
        await ada.Command("first", "set-ttl", "cache", ("seconds", "5"));
        var done = await ada.Outcome("first");
        if (meanwhile != "undo") await stage.Play(meanwhile);
        else
        {
            await ada.Undo("back", done);
            await ada.Outcome("back");
        }

        return (await ada.Undo("again", done)).Refusal?.Code;
    });

    private static Func<Proving, Task<string?>> Drill(Func<Stage, Task<string?>> refused) => async server =>
    {
        await using var stage = await Stage.Set(server);
        return await refused(stage);
    };

    private static Func<Proving, Task<string?>> Lobby(Func<Stage, Task<string?>> refused) => async server =>
    {
        await using var stage = await Stage.Set(server, start: false);
        return await refused(stage);
    };

    private static Func<Proving, Task<string?>> Stranger(Func<Player, Task<string?>> refused) => async server =>
    {
        await using var hub = await server.Connect();
        return await refused(hub);
    };

    private static Func<Proving, Task<string?>> Join(string name, string? team = null, string role = "player") => Lobby(async stage =>
        (await (await stage.Stranger()).Join(stage.Code, name, team, role)).Refusal?.Code);

    private static Func<Proving, Task<string?>> Create(params string[] teams) =>
        Stranger(async hub => (await hub.Create(Proving.Alone, "Grace", teams)).Refusal?.Code);

    private static async Task<string?> SubmitsAtOnce(Player hub, Func<EvaluationAnswer, EvaluationAnswer> changed)
    {
        var answer = await hub.Evaluate(SmallLibrary.Scenario, SmallLibrary.Nothing);
        var refusal = await hub.Submit(changed(answer), "Ada");
        await hub.SeesEvaluation(answer.Id, view => view.Status != "open");
        return refusal;
    }

    /// <summary>More plans at once than one connection may have played; nothing of them is left behind.</summary>
    private static async Task<string?> ManyPlans(Player hub)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => hub.Evaluate(SmallLibrary.Scenario, SmallLibrary.Nothing)));
        foreach (var answer in answers.Where(each => each.Refusal is null)) await hub.SeesEvaluation(answer.Id, view => view.Status != "open");
        return answers.Select(answer => answer.Refusal?.Code).LastOrDefault(code => code is not null and not "lab-full-for-you");
    }
}
