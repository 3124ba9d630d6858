using OpsGame.Server.Texts;
using OpsGame.Server.Wire;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Tests.Wire;

/// <summary>One made-up message of every kind, with every record of the contract in it.</summary>
internal static class Samples
{
    private static readonly Text Hello = new("Hello", "안녕하세요");
    private static readonly Phrase Said = new("alert-connections", ["db-1", "90", "100"]);
    private static readonly LatencyView Latency = new(12.5, 48, 130.25);
    private static readonly Refusal Refusal =
        new("name-taken", new("Somebody here is already called Ada.", "Ada라는 이름은 이미 쓰이고 있습니다."));

    private static readonly UndoView Undo = new("attach", "balancer", new() { ["server"] = "web-1" });

    private static readonly BesideView Beside = new("Kim", "web-1", 1000, Said);

    private static readonly EventView Event =
        new(1250, "command", "target-draining", "balancer", "Ada", "c-1", Said, Undo, "c-0", Beside);

    private static readonly Room Room = new(
        "k3v9wq2m7xh4bz8n", "7KQ2MX", Solo: false, "running", 2, "42",
        [new("t1", "Red", 730, 0.9731, 1.25), new("t2", "파랑", 0, 1, 0)],
        [new("p1", "Grace", "instructor", null, true), new("p2", "Ada", "player", "t1", false)], Waits: true, "upgraded",
        Sandbox: true, FromMs: 0);

    private static readonly ScenarioCard Scenario = new(
        "balancer", 3, Hello, Hello, Hello, Hello, 8.5, 2,
        [new("browse", Hello, 250, 8000, [new("recommendations", Hello, 0.2)])], [new("small", 2, 4096, 0.1)],
        [new("v2", Hello, 60, 300)], [new("slo", Hello)],
        new(true, true, true, true, [["wa"], ["d"]], true, 1, true, true, true));

    private static readonly Seat Seat = new(
        "token", "k3v9wq2m7xh4bz8n", "7KQ2MX", "p2", "Ada", "player", "t1", Scenario,
        [new("detach", "balancer", "traffic", [new("server", "server", 0, 0, "", [], null, new("how", ["by-hand"]))], 0)],
        [new("server-slow", "server", [new("amount", "number", 1.1, 100, "4", [], "0", null)], Hello)],
        [new("retry-storm", Hello, Hello)], Room);

    private static readonly FindingView Finding =
        new("web-1/list-processes", "web-1", "list-processes", "Ada", 1000, 3250, [], [], [], null, null, []);

    private static readonly RunView Own = new(730, 1000, [1, 0.9312], [0, 12.5], [Event]);

    private static readonly DebriefView Debrief = new(
        "k3v9wq2m7xh4bz8n", "t1", 730, Complete: true, [new("service", 210), new("cost", 0)],
        [new("hung-backend", "web-1", 90000, 135000, 150)], 60, Own, Own,
        new(96000, 0, 45.5, 12.2, 0.93, [0], [1], [Event], [Event]), new(Event, 45.5, 12.2), new(900, 780, 660, 540),
        new(12, 640), Hello);

    /// <summary>It goes over the hub packed; see PackedTests.</summary>
    public static readonly Frame Frame = new(
        "k3v9wq2m7xh4bz8n", "t1", Tick: 4, Previous: 3, Full: true, TimeMs: 1000, EndsMs: 480000, "running", 1, BehindMs: 0,
        new ServiceView(0.9912, 0.9731, 0.5, 0.000125, 1.8, 0.4, 37),
        [new("browse", 120, 118, 2, Latency, ["recommendations"], ["app ≤ 10"])],
        [new("rack-a", 8, "on", ["a", "b"], ["b"], 0.42, 0.3)],
        [new("web-1", 0.4312, 0.25, 3,
            [new("app", 2, 16, [5, 7], 4, 64, 120, 2, Latency, [true, false], 512, "half-open", 2.4,
                "run-to-completion", "stop", 1024, [3, 0])],
            "rack-a", 0, "small", 2, 4096, 0.1, "running", 0, "v1", 20480, 0.62, 100, 2048, ["users"],
            [new(8001, "serving", "v1", 0, 16, []), new(8002, "starting", "v2", 16000, 16, [0, 0])],
            [new("web", "v1", 8001, [3, 0])], Leaving: false, "large", "rack-b", ["crawlers"], false,
            [new("readiness", "deep", 5, 1, 3, 2)], 900)],
        [new("balancer", "round-robin", false, new("shallow", 30, 5, 2, 5), 300, 240, 2, Latency,
            [new("web-1", "healthy", 12, 120, "ok", 3.5, 17000, 0, 4, 0.5, 0, false, 7, 900)],
            500, 0, new(2, 1, 7, 85, 1500), "outer", 3, 30,
            64, 400, ["campus"], "certificate", new(10, 60, 3, 0.2, 5, 0, 30, "cookie", 3600), "fail-open", 0.5, 1.5, 500)],
        [new("cache", 10000, 512, 60, 0.81, 200, 3, "data", ["browse"], 12, 45000, 0.6, 30)],
        [new("database", "db-1", 40, 100, 4, 3, 2, 1, 60, 0, Latency, 1, 20, 2, 5, 0.5, 100, "db-2", 45000, true,
            3, "waiting", 12, new("transaction", 20, 18, 500, 192, 7),
            [new("db-1", false, 0, 0, 4, 0, 0, 0, 0, 0, Latency, false, 0),
                new("db-2", true, 40, 12, 4, 3, 2, 1800, 60, 0, Latency, true, 90000)])],
        [new("rollout", "running", "v2", "v1", "drain", ["web-1"], [], ["web-2"], 16000, "in-place", 0)],
        [new("dns", ["edge"], 60, 50, 12, 90, 3, ["balancer"])],
        [new("certificate", 0, false), new("certificate-2", 16000, true)],
        [new("scaler", "whole", "small", "target", 4, 3, 2, 8, 0.71, 0.5, 90000, false, "0s 4, 2m 8", 200, "balancer",
            new(15, 0.1, 0, 300), 800)],
        [new("queue", 1200, 8, 3, 45, 2, 30, 1, 25, 4, 1, 2, 5, true, 30, 10, 5, 20000, false, 90000, ["mail"], 0.1)],
        [new("web-1", ["drain-server", "server-slow"]), new("users", ["set-retry-budget"])],
        new ScoreView(730, [new("service", -42, Said)]),
        [new("alert-1", "critical", "broken", "web-1", Said, 750, null)], new([new(Hello, 10, 500, "Ada")], 1, 20, 60000),
        new(Hello, [Hello, new("Neither", "둘 다 아님")], "decided", 140000, [new("Ada", 1)], new(1, Said, 192250), "thread"),
        new([new("commander", "Ada")],
            [new(1, "sev2", "결제 <b>down</b>", "Ada", 500, 0, [new("investigating", "We look.", "Ada", 750)],
                [new("retry-storm", "users", "Ada", 750, "open")])]),
        [Event],
        [new("browse", 1204, 1, 900.125, 43.5, "ok",
            [new("web-1", "app", 10.2, 11, 33.1, 2.5, null), new("cache", null, 12, 12, 12.2, 0, "miss")])],
        [new("database", "show-locks", "Ada", 750, 4750)],
        [
            Finding with { Processes = [new("app", 2, 8001, "v1", "serving", 5, 16, 371, 61000, 1204, 40000)] },
            Finding with { Locks = [new("stock#1", "report", true, "working", "web-1", 41000, 37, 20000, [new("buy", 20000)])] },
            Finding with { Statements = [new("search", false, 40, 2, 400.5, 12.25, 1900, 0.75)] },
            Finding with { Log = new(960, 12, [new(980.5, "campus", "browse", true, 503, "no-target", 12.5, "web-1", "v1")]) },
            Finding with
            {
                Certificate = new(-7776000000, 480000, true), Traces = [new("browse", 1205, 2, 900, 43.5, "open", [])],
            },
        ]);

    /// <summary>A tick later: a bit of everything that changes, goes or comes.</summary>
    public static readonly Frame Next = Frame with
    {
        Tick = 5,
        TimeMs = 1250,
        Service = Frame.Service with { Level = 0.9826, InFlight = 41 },
        Servers =
        [
            Frame.Servers[0] with
            {
                Cpu = 0.97, Leaving = true,
                Roles = [Frame.Servers[0].Roles[0] with { Busy = [16, 16], Latency = new(9.94, 480, 12400), Breaker = null }],
            },
            Frame.Servers[0] with { Id = "web-2", Slot = 1 },
        ],
        Balancers = [Frame.Balancers[0] with { EndpointLagMs = -1, Tls = null }],
        Certificates = [],
        Alerts = [.. Frame.Alerts, Frame.Alerts[0] with { Id = "alert-2", Component = null, By = "보라" }],
        Events = [],
        Traces = [Frame.Traces[0] with { Number = 1210, StartMs = 1101.5 }],
        Looks = [],
    };

    private static readonly Totals Totals =
        new(new(812.5, 790.25, 834.75), new(120, 100.5, 139.5), new(0.32, 0.31, 0.33), new(42, 42, 42));

    private static readonly PlanProblem Problem = new(7, 22, "unknown-key", Hello);

    private static readonly EvaluationView Evaluation = new(
        "k3v9wq2m7xh4bz8n", "one-server", 1, "1.0.0-0a1b2c3d", Hello, "", "done", 30, [new(1, 812, 120, 0.32, 42, 5, 1)], Totals,
        "Ada", "pending",
        12, "");

    public static readonly IReadOnlyDictionary<string, object> All = new Dictionary<string, object>
    {
        ["room"] = Room,
        ["seat-answer"] = new SeatAnswer(Seat, null),
        ["seat-refused"] = new SeatAnswer(null, Refusal),
        ["debrief"] = new DebriefAnswer(Debrief, null),
        ["debrief-refused"] = new DebriefAnswer(null, Refusal),
        ["receipt"] = new Receipt(17, null),
        ["receipt-refused"] = new Receipt(0, Refusal),
        ["history"] = new HistoryView(
            "web-1", [1000, 2000], new() { ["cpu"] = [0.25, 0.5] },
            [Event with { Component = null, Player = null, Command = null, Undo = null, Undoes = null, Beside = null }]),
        ["library"] = new[] { Scenario },
        ["daily"] = new DailyView("todays-drill", "2026-12-01"),
        ["board"] =
            new[] { new BoardEntry(
                "k3v9wq2m7xh4bz8n", "Red", ["Ada", "보라"], 730, 0.9731, 1.25, "42", "2026-11-22T16:00:00Z", 3, "1.0.0") },
        ["lab"] = new LabView(
            "one-server", 1, "1.0.0-0a1b2c3d", 30, 65536, [new("par", Hello, "id: par\n")], Seat.Actions,
            new() { ["server"] = ["server-1"] }),
        ["plan-check"] = new PlanCheck(null, [Problem]),
        ["evaluation-answer"] = new EvaluationAnswer("k3v9wq2m7xh4bz8n", "token", null, []),
        ["evaluation-refused"] = new EvaluationAnswer("", "", Refusal, [Problem]),
        ["evaluation"] = Evaluation,
        ["evaluation-begun"] =
            Evaluation with { Status = "open", Rows = [], Totals = null, Name = "", Verdict = "none", Checked = 0 },
        ["submit-strategy"] = new SubmitStrategy("k3v9wq2m7xh4bz8n", "token", "Ada"),
        ["strategies"] = new StrategyBoard(
            "one-server", 2, [2, 1],
            [new("k3v9wq2m7xh4bz8n", "Ada", "", Hello, Totals, [812, 790], "1.0.0-0a1b2c3d", "2026-11-22T16:00:00Z")]),
        ["audit"] = new[]
        {
            new AuditLine("2026-12-01T05:00:00Z", "a1b2c3 · 10.0.0.7", "drills-deleted", "7KQ2MX 8PZ3NC"),
        },
        ["drills"] = new[] { new DrillCard("k3v9wq2m7xh4bz8n", "7KQ2MX", "balancer", "lobby", 4, 2, 1, "", true) },
        ["standings"] = new Standings("k3v9wq2m7xh4bz8n", [412, 903], [0.98, 1], [1.25, 0.5]),
        ["ended-seat"] = new EndedSeat("k3v9wq2m7xh4bz8n", "p1", Hello),
        ["create-drill"] = new CreateDrill("balancer", "Grace", ["Red", "파랑"], 42),
        ["join-drill"] = new JoinDrill("7KQ2MX", "Ada", null, "player"),
        ["command"] = new CommandRequest("c-1", "detach", "balancer", new() { ["server"] = "web-1" }, "c-0"),
        ["preview-request"] = new PreviewRequest("detach", "balancer", new() { ["server"] = "web-1" }),
        ["preview"] = new PreviewView(
            Refusal, 15, "at-most", -0.2, WhileItLasts: true, "drained", 12, Undo, new() { ["server"] = "web-1" },
            [new("server", "web-1", ["web-1", "web-2"]), new("weight", "1", null)], Beside, Alone: true),
        ["inject"] = new InjectRequest(null, "server-slow", "web-1", new() { ["seconds"] = "60", ["amount"] = "4.5" }),
    };
}
