using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Commands;

/// <summary>Every action there is, with its parameters' limits: the one list forms, checks and documents are made from.</summary>
public static class ActionCatalogue
{
    /// <summary>Worker shutdown timeout; 0: the scenario's, which is none unless it says so.</summary>
    private static readonly ParameterSpec Shutdown = Duration("shutdown", 0, 3600, "0");

    private static readonly ParameterSpec From = Choice("from", "any", "any", "users", "web", "app");

    public static readonly ImmutableArray<ActionSpec> All =
    [
        new(Actions.AddServer, ComponentKind.Rack, [Size("size"), Flag("attach", "true"), Choice("tier", "whole", "whole", "app")]),
        new(Actions.AddCache, ComponentKind.Rack, [Number("capacity", 0, Limits.CacheEntries, "10000"), Duration("ttl", 1, 86_400, "60")]),
        new(Actions.RemoveServer, ComponentKind.Server, []),
        new(Actions.StartServer, ComponentKind.Server, []),
        new(Actions.StopServer, ComponentKind.Server, []),
        new(Actions.RestartServer, ComponentKind.Server, []),
        new(Actions.DrainServer, ComponentKind.Server, []),
        new(Actions.UndrainServer, ComponentKind.Server, []),
        new(Actions.ChangeSize, ComponentKind.Server, [Size("size"), Flag("graceful", "true")]),
        new(Actions.MoveServer, ComponentKind.Server, [Rack("rack"), Flag("graceful", "true")]),
        new(Actions.ChangeThreads, ComponentKind.Server,
            [Choice("role", "app", "web", "app"), Number("processes", 1, Limits.Processes, "2"), Number("threads", 1, 1024, "16")]),
        new(Actions.Reload, ComponentKind.Server, [Choice("role", "app", "web", "app"), Shutdown]),
        new(Actions.KillProcess, ComponentKind.Server,
            [Choice("role", "app", "web", "app"), Number("process", 1, Limits.Processes, "1")]),
        new(Actions.InstallBeside, ComponentKind.Server, [Version("version")]),
        new(Actions.SwitchPort, ComponentKind.Server, [Choice("how", "reload", "reload", "restart"), Shutdown]),
        new(Actions.StopPort, ComponentKind.Server, [Shutdown]),
        new(Actions.ClearLogs, ComponentKind.Server, []),
        new(Actions.RotateLogs, ComponentKind.Server, [Number("keep", 0, Limits.DiskMiB, "1024")]),
        new(Actions.Attach, ComponentKind.Balancer, [Server("server")]),
        new(Actions.Detach, ComponentKind.Balancer, [Server("server")]),
        new(Actions.SetAlgorithm, ComponentKind.Balancer,
            [Choice("algorithm", "least-outstanding", "round-robin", "least-outstanding", "random", "two-choices")]),
        new(Actions.SetHealthCheck, ComponentKind.Balancer,
            [
                Choice("path", "shallow", "shallow", "deep"), Duration("interval", 1, 300, "10"), Duration("timeout", 0.25, 60, "2"),
                Number("unhealthyAfter", 1, 10, "2"), Number("healthyAfter", 1, 10, "2"),
            ]),
        new(Actions.SetRateLimit, ComponentKind.Balancer, [Number("limit", 0, 1_000_000, "0")]),
        new(Actions.SetWeight, ComponentKind.Balancer, [Server("server"), Number("weight", 0, 256, "1")]),
        new(Actions.SetDrainTime, ComponentKind.Balancer, [Duration("seconds", 0, 3600, "300")]),
        new(Actions.SetSlowStart, ComponentKind.Balancer, [Duration("seconds", 0, 900, "0")]),
        new(Actions.SetConnectionLimit, ComponentKind.Balancer,
            [Number("connections", 0, 100_000, "0"), Number("queue", 0, Limits.Queue, "1000"), Duration("timeout", 0, 600, "5")]),
        new(Actions.SetLoadShedding, ComponentKind.Balancer, [Number("outstanding", 0, Limits.PendingRequests, "0")]),
        new(Actions.BlockSource, ComponentKind.Balancer, [Source("source")], Other: ComponentKind.Server),
        new(Actions.UnblockSource, ComponentKind.Balancer, [Source("source")], Other: ComponentKind.Server),
        new(Actions.RestartBalancer, ComponentKind.Balancer, []),
        new(Actions.SetHandshakeLimit, ComponentKind.Balancer, [Number("handshakes", 0, 1_000_000, "0")]),
        new(Actions.SetCertificate, ComponentKind.Balancer, [Certificate("certificate")]),
        new(Actions.AddAddress, ComponentKind.Dns, [Address("address")]),
        new(Actions.RemoveAddress, ComponentKind.Dns, [Address("address")]),
        new(Actions.SetRecordTtl, ComponentKind.Dns, [Duration("seconds", 0, 86_400, "60")]),
        new(Actions.RenewCertificate, ComponentKind.Certificate, []),
        new(Actions.OpenFirewall, ComponentKind.Server, [From]),
        new(Actions.CloseFirewall, ComponentKind.Server, [From]),
        new(Actions.RemoveCache, ComponentKind.Cache, []),
        new(Actions.FlushCache, ComponentKind.Cache, []),
        new(Actions.ResizeCache, ComponentKind.Cache, [Number("capacity", 0, Limits.CacheEntries, "10000")]),
        new(Actions.SetTtl, ComponentKind.Cache, [Duration("seconds", 1, 86_400, "60")]),
        new(Actions.SetJitter, ComponentKind.Cache, [Number("jitter", 0, 1, "0.1")]),
        new(Actions.SetSingleFlight, ComponentKind.Cache, [Flag("on", "true")]),
        new(Actions.SetInvalidation, ComponentKind.Cache, [Flag("on", "true")]),
        new(Actions.SetCached, ComponentKind.Cache, [Class("class"), Flag("on", "true")]),
        new(Actions.WarmCache, ComponentKind.Cache, [Number("keys", 1, Limits.CacheEntries, "1000"), Number("rate", 1, 10_000, "20")]),
        new(Actions.StopWarming, ComponentKind.Cache, []),
        new(Actions.SetMaxConnections, ComponentKind.Database, [Number("connections", 1, Limits.Connections, "100")]),
        new(Actions.SetPool, ComponentKind.Database, [Number("connections", 1, Limits.Connections, "10")]),
        new(Actions.SetPoolTimeout, ComponentKind.Database, [Duration("seconds", 0, 600, "5")]),
        new(Actions.SetLockTimeout, ComponentKind.Database, [Duration("seconds", 0, 600, "2")]),
        new(Actions.SetStatementTimeout, ComponentKind.Database, [Duration("seconds", 0, 600, "10")]),
        new(Actions.KillSession, ComponentKind.Database,
            [
                Choice("which", "longest-transaction", "longest-transaction", "lock-holder", "all"),
                new ParameterSpec("class", ParameterKind.Class, 0, 0, "any", []),
            ]),
        new(Actions.AddReplica, ComponentKind.Database, [Size("size"), Rack("rack")]),
        new(Actions.RemoveReplica, ComponentKind.Database, [Server("server")]),
        new(Actions.FailOver, ComponentKind.Database, []),
        new(Actions.SetBreaker, ComponentKind.Database,
            [
                Flag("on", "true"), Number("errors", 0.01, 1, "0.5"), Number("window", 1, 1000, "100"), Number("calls", 1, 1000, "100"),
                Duration("open", 0.25, 3600, "60"), Number("tries", 1, 1000, "10"),
            ], Other: ComponentKind.Server),
        new(Actions.SetRetryBudget, ComponentKind.Users, [Number("share", 0, 1, "0.1")]),
        new(Actions.SetFeature, ComponentKind.Users, [Feature("feature"), Flag("on", "false")]),
        new(Actions.SetScaling, ComponentKind.Scaler,
            [
                Choice("policy", "target", "off", "target", "step", "schedule"), Number("min", 0, 100, "1"), Number("max", 1, 100, "10"),
                new ParameterSpec("schedule", ParameterKind.Schedule, 0, ScalingSchedule.Most, ScalingSchedule.Keep, [])
                    .When("policy", "schedule", "target", "step"),
                Number("target", 0.05, 0.95, "0.5").When("policy", "target"),
                Duration("cooldown", 0, 3600, "300").When("policy", "target", "step"),
                Duration("warmup", 0, 3600, "300").When("policy", "target", "step"),
                Number("above", 0.05, 1, "0.7").When("policy", "step"), Number("below", 0, 0.95, "0.3").When("policy", "step"),
                Number("change", 1, 50, "1").When("policy", "step"),
            ]),
        new(Actions.StartRollout, ComponentKind.Rollout, StartRollout),
        new(Actions.PauseRollout, ComponentKind.Rollout, []),
        new(Actions.ResumeRollout, ComponentKind.Rollout, []),
        new(Actions.RollBack, ComponentKind.Rollout, []),
        new(Actions.Acknowledge, ComponentKind.Alert, []),
        new(Actions.DeclareIncident, ComponentKind.Incident,
            [Choice("severity", "sev2", "sev1", "sev2", "sev3"), Text("what", IncidentDesk.WhatLength)]),
        new(Actions.TakeRole, ComponentKind.Incident, [Choice("role", "commander", "commander", "operations", "communications")]),
        new(Actions.PostStatus, ComponentKind.Incident,
            [
                Choice("state", "investigating", "investigating", "identified", "monitoring", "resolved"),
                Text("text", IncidentDesk.StatusLength),
            ]),
        new(Actions.NameCause, ComponentKind.Incident,
            [new("component", ParameterKind.Component, 0, 0, "", []), Choice("failure", "", [.. Taxonomy.Ids])]),
        new(Actions.CloseIncident, ComponentKind.Incident, []),
        new(Actions.ListProcesses, ComponentKind.Server, []),
        new(Actions.ShowLocks, ComponentKind.Database, [], Other: ComponentKind.Server),
        new(Actions.SlowQueries, ComponentKind.Database, []),
        new(Actions.ReadAccessLog, ComponentKind.Balancer, [], Other: ComponentKind.Server),
        new(Actions.CheckCertificate, ComponentKind.Certificate, []),
        new(Actions.TraceRequest, ComponentKind.Users, []),
        new(Actions.TakeHint, ComponentKind.Hints, []),
        Fault(Actions.RackPower, ComponentKind.Rack),
        Fault(Actions.RackUplink, ComponentKind.Rack),
        Fault(Actions.FeedPower, ComponentKind.Feed),
        Fault(Actions.ServerHang, ComponentKind.Server),
        Fault(Actions.ServerCrash, ComponentKind.Server),
        Fault(Actions.ServerSlow, ComponentKind.Server, Number("amount", 1.1, 100, "4")),
        Fault(Actions.DatabaseSlow, ComponentKind.Database, Number("amount", 1.1, 100, "4")),
        Fault(Actions.ProcessCrash, ComponentKind.Server,
            Choice("role", "app", "web", "app"), Number("process", 1, Limits.Processes, "1")),
        Fault(Actions.Firewall, ComponentKind.Server, From),
        Fault(Actions.LogFlood, ComponentKind.Server, Number("amount", 1.1, 10_000, "100")),
        Fault(Actions.ReplicationLag, ComponentKind.Database, Number("amount", 1.1, 100, "20")),
        Fault(Actions.BalancerCrash, ComponentKind.Balancer),
        Fault(Actions.TrafficSurge, ComponentKind.Users, Number("amount", 0.1, 20, "2")),
    ];

    private static ImmutableArray<ParameterSpec> StartRollout =>
    [
        new("version", ParameterKind.Version, 0, 0, "", []),
        Choice("strategy", "in-place", "in-place", "rolling", "canary", "recreate", "blue-green", "in-server"),
        new ParameterSpec("fraction", ParameterKind.Number, 0.05, 1, "0.5", []).When("strategy", "in-place", "canary", "in-server"),
        Duration("drain", 0, 300, "15").When("strategy", "in-place", "rolling", "canary", "recreate"),
        Duration("bake", 0, 600, "10"),
        Choice("how", "reload", "reload", "restart").When("strategy", "in-server"),
        Duration("shutdown", 0, 3600, "0").When("strategy", "in-server"),
        Choice("shift", "at-once", "at-once", "steps").When("strategy", "blue-green"),
        Choice("old", "remove", "remove", "keep").When("strategy", "blue-green"),
        Number("maxErrors", 0, 1, "1"),
        Duration("maxLatency", 0, 60, "0"),
    ];

    private static readonly ImmutableSortedDictionary<string, ActionSpec> ById =
        All.ToImmutableSortedDictionary(spec => spec.Id, spec => spec, StringComparer.Ordinal);

    public static ActionSpec? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>
    /// A command's arguments with every default filled in, or why not: action-unknown, parameter-unknown, parameter-missing,
    /// parameter-not-a-number, parameter-out-of-range, parameter-not-a-choice, text-too-long, text-control-character, schedule-unreadable,
    /// schedule-too-long, schedule-not-in-order.
    /// </summary>
    public static Refusal? Check(
        string action, IReadOnlyDictionary<string, string> given, out ImmutableSortedDictionary<string, string> args)
    {
        args = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);
        var spec = Find(action);
        if (spec is null) return Refusal.Of("action-unknown", action);
        foreach (var name in given.Keys.Order(StringComparer.Ordinal))
            if (!spec.Parameters.Any(parameter => parameter.Name == name)) return Refusal.Of("parameter-unknown", action, name);
        foreach (var parameter in spec.Parameters)
        {
            var value = given.TryGetValue(parameter.Name, out var text) ? text : parameter.Initial;
            if (parameter.Kind == ParameterKind.Text) value = value.Trim();
            var refusal = CheckValue(parameter, value);
            if (refusal is not null) return refusal;
            args = args.Add(parameter.Name, value);
        }

        return null;
    }

    /// <summary>Whether an action has a parameter, and the parameter may have a value.</summary>
    internal static bool Takes(string action, string name, string value) =>
        ParameterOf(action, name) is { } parameter && CheckValue(parameter, value) is null;

    internal static ParameterSpec? ParameterOf(string action, string name) => Find(action)?.Parameters.FirstOrDefault(parameter => parameter.Name == name);

    private static Refusal? CheckValue(ParameterSpec parameter, string value)
    {
        if (value.Length == 0) return Refusal.Of("parameter-missing", parameter.Name);
        switch (parameter.Kind)
        {
            case ParameterKind.Number or ParameterKind.Duration:
                if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                    return Refusal.Of("parameter-not-a-number", parameter.Name, value);
                return number >= parameter.Min && number <= parameter.Max
                    ? null
                    : Refusal.Of("parameter-out-of-range", parameter.Name, Show(parameter.Min), Show(parameter.Max), value);
            case ParameterKind.Choice or ParameterKind.Flag:
                return parameter.Choices.Contains(value)
                    ? null
                    : Refusal.Of("parameter-not-a-choice", parameter.Name, string.Join(", ", parameter.Choices), value);
            case ParameterKind.Text:
                return PlainText.Check(parameter.Name, value, (int)parameter.Max);
            case ParameterKind.Schedule:
                return ScalingSchedule.Read(parameter.Name, value, out _);
            default:
                return null;
        }
    }

    private static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static ActionSpec Fault(string id, ComponentKind target, params ParameterSpec[] more) =>
        new(id, target, [Duration("seconds", 1, 3600, "60"), .. more], InstructorOnly: true);

    private static ParameterSpec Number(string name, double min, double max, string initial) =>
        new(name, ParameterKind.Number, min, max, initial, []);

    private static ParameterSpec Duration(string name, double min, double max, string initial) =>
        new(name, ParameterKind.Duration, min, max, initial, []);

    private static ParameterSpec Choice(string name, string initial, params string[] choices) =>
        new(name, ParameterKind.Choice, 0, 0, initial, [.. choices]);

    private static ParameterSpec Flag(string name, string initial) => new(name, ParameterKind.Flag, 0, 0, initial, ["true", "false"]);

    private static ParameterSpec Text(string name, int most) => new(name, ParameterKind.Text, 0, most, "", []);

    private static ParameterSpec Server(string name) => new(name, ParameterKind.Server, 0, 0, "", []);

    private static ParameterSpec Version(string name) => new(name, ParameterKind.Version, 0, 0, "", []);

    private static ParameterSpec Address(string name) => new(name, ParameterKind.Address, 0, 0, "", []);

    private static ParameterSpec Source(string name) => new(name, ParameterKind.Source, 0, 0, "", []);

    private static ParameterSpec Certificate(string name) => new(name, ParameterKind.Certificate, 0, 0, "", []);

    private static ParameterSpec Feature(string name) => new(name, ParameterKind.Feature, 0, 0, "", []);

    private static ParameterSpec Class(string name) => new(name, ParameterKind.Class, 0, 0, "", []);

    private static ParameterSpec Rack(string name) => new(name, ParameterKind.Rack, 0, 0, "", []);

    private static ParameterSpec Size(string name) => new(name, ParameterKind.Size, 0, 0, "", []);
}
