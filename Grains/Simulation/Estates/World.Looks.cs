using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Looks.Actions;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Estates;

/// <summary>Looking closely: it takes its time, needs a machine that answers, and shows one moment.</summary>
public sealed partial class World
{
    private readonly LookBook _looks = new();

    private void BeginLook(LookSpec spec, Command command)
    {
        if (RefusalOf(spec, command) is { } refusal)
        {
            Tell(EventKind.Refused, refusal.Code, command.Target, command.By, command.Id, refusal.Args);
            return;
        }

        var takesNs = TakesNs(spec, command);
        _looks.Begin(new Look(command.Target, spec.Id, command.By, command.Id, NowNs, NowNs + takesNs));
        switch (spec.Id)
        {
            case ReadAccessLog.Name:
                _plane.WatchAccesses(command.Target);
                break;
            case SlowQueries.Name:
                _plane.WatchStatements();
                break;
            case TraceRequest.Name:
                _plane.WatchTraces();
                break;
        }

        Tell(EventKind.Command, "look-" + spec.Id, command.Target, command.By, command.Id, [command.Target, Seconds(takesNs)]);
    }

    private long TakesNs(LookSpec spec, Command command) =>
        spec.IdleNs + (spec.OnMachine ? ShellOn(command.Target, MachineOf(command.Target)).DelayNs : 0);

    private Refusal? RefusalOf(LookSpec spec, Command command)
    {
        if (_looks.Find(command.Target, spec.Id) is { } other)
            return Refusal.Of(WorldRefusals.LookUnderWay, command.Target, other.By, Seconds(NowNs - other.BeganNs));
        if (!Answers(command.Target))
            return Refusal.Of(WorldRefusals.ServerNotReachable, command.Target, MachineOf(command.Target));
        if (Servers.FirstOrDefault(server => server.Id == command.Target) is not { } machine) return null;
        if (spec.Id == ShowLocks.Name && !Has(machine, Role.App))
            return Refusal.Of(ServerRefusals.RoleMissing, machine.Id, "app");
        if (spec.Id == ReadAccessLog.Name && !machine.TakesUsers) return Refusal.Of(WorldRefusals.AccessLogNone, machine.Id);
        return null;
    }

    private void EndLooks()
    {
        CorrectDates();
        foreach (var look in _looks.UnderWay)
        {
            var answers = Answers(look.Component);
            if (answers && NowNs < look.EndsNs) continue;
            if (answers)
            {
                var finding = FindingOf(look);
                _looks.End(look, finding);
                var code = finding.IsEmpty ? WorldEvents.FoundNothing.Name : "found-" + look.Kind;
                Tell(EventKind.System, code, look.Component, look.By, "", ArgsOf(finding));
            }
            else
            {
                StopWatching(look);
                _looks.BreakOff(look);
                Tell(EventKind.Refused, WorldRefusals.LookBrokenOff.Name, look.Component, look.By, look.Command,
                    [look.Component]);
            }
        }
    }

    private void StopWatching(Look look)
    {
        if (look.Kind == ReadAccessLog.Name) _plane.EndAccesses(look.Component);
        else if (look.Kind == SlowQueries.Name) _plane.EndStatements();
        else if (look.Kind == TraceRequest.Name) _plane.EndTraces();
    }

    private LookFinding FindingOf(Look look)
    {
        var empty = new LookFinding(look.Component, look.Kind, look.By, look.BeganNs, NowNs, [], [], [], null, null, []);
        var onServer = KindOf(look.Component) == ServerState.Kind;
        return look.Kind switch
        {
            ListProcesses.Name when Servers.Any(server => server.Id == look.Component && Runs(server)) =>
                empty with { Processes = _plane.Processes(look.Component) },
            ShowLocks.Name => empty with { Locks = onServer ? _plane.Mutexes(look.Component) : _plane.RowLocks() },
            SlowQueries.Name => empty with { Statements = _plane.EndStatements() },
            ReadAccessLog.Name => empty with { Log = _plane.EndAccesses(look.Component) },
            TraceRequest.Name => empty with { Traces = _plane.EndTraces() },
            CheckCertificate.Name => empty with { Certificate = DatesOf(Certificates.First(each => each.Id == look.Component)) },
            _ => empty,
        };
    }

    /// <summary>Who has seen a certificate's dates and had it renewed knows the new ones.</summary>
    private void CorrectDates()
    {
        foreach (var (old, now) in _before.All<CertificateState>().Zip(Certificates))
        {
            if (old.ExpiresNs == now.ExpiresNs) continue;
            var known =
                _looks.Findings.FirstOrDefault(finding => finding.Component == now.Id && finding.Kind == CheckCertificate.Name);
            if (known is not null)
                _looks.Correct(known, known with { BeganNs = NowNs, AtNs = NowNs, Certificate = DatesOf(now) });
        }
    }

    private static CertificateDates DatesOf(CertificateState certificate) =>
        new(certificate.ExpiresNs - certificate.ValidNs, certificate.ExpiresNs, certificate.Covers);

    /// <summary>What the feed says of it in one line.</summary>
    private static ImmutableArray<string> ArgsOf(LookFinding finding)
    {
        var (first, second) = finding.Kind switch
        {
            ListProcesses.Name when !finding.IsEmpty =>
                (Show(finding.Processes.Length), Show((long)finding.Processes.Max(line => line.MemoryMiB))),
            ShowLocks.Name => (Show(finding.Locks.Length), Show(finding.Locks.Sum(line => line.Waiters))),
            SlowQueries.Name when !finding.IsEmpty =>
                (finding.Statements[0].Class, Show((long)Math.Round(100 * finding.Statements[0].Share))),
            ReadAccessLog.Name => (Show(finding.Log!.Written), Show(finding.Log.Failed)),
            CheckCertificate.Name => (Seconds(finding.Certificate!.ExpiresNs - finding.AtNs), ""),
            TraceRequest.Name when !finding.IsEmpty =>
                (finding.Traces[0].Class,
                    Show((finding.Traces[0].EndNs - finding.Traces[0].StartNs) / Nanoseconds.PerMillisecond)),
            _ => ("", ""),
        };
        return [finding.Component, first, second];
    }

    /// <summary>The server a component can be looked at on; empty: it needs none.</summary>
    private string MachineOf(string component) =>
        Servers.Any(server => server.Id == component) ? component
        : Databases.FirstOrDefault(database => database.Id == component)?.Server ?? "";

    /// <summary>Whether a connection gets an answer: the server has power and uplink and has booted.</summary>
    private bool Answers(string component)
    {
        if (Balancers.FirstOrDefault(balancer => balancer.Id == component) is { } balancer) return balancer.DownUntilNs == 0;
        var machine = MachineOf(component);
        if (machine.Length == 0) return KindOf(component) is not null;
        return Servers.FirstOrDefault(server => server.Id == machine) is { } server
            && server.Lifecycle is Lifecycle.Running or Lifecycle.Draining or Lifecycle.Installing
            && Racks.First(rack => rack.Id == server.Rack).Uplinked;
    }

    private Shell ShellOn(string component, string machine)
    {
        for (var index = 0; index < Servers.Length; index++)
        {
            var server = Servers[index];
            if (server.Id == machine)
                return new Shell(
                    server.Size.Cores, _plane.RunnableOn(machine), server.MemoryShare(Telemetry<ServerTelemetry>()[index]));
        }

        // a balancer's own cores work on handshakes
        for (var index = 0; index < Balancers.Length; index++)
        {
            var telemetry = Telemetry<BalancerTelemetry>()[index];
            if (Balancers[index].Id == component && Scenario is { Tls.Cores: var cores } && telemetry.TlsBusy > 0)
                return new Shell(cores, telemetry.TlsBusy + telemetry.TlsQueue, 0);
        }

        return default;
    }

    private void Tell(EventKind kind, string code, string component, string by, string command, ImmutableArray<string> args) =>
        _events.Add(new DomainEvent(NowNs, kind, code, component, by, command, args));

    private static bool Has(ServerState server, Role role) => server.Roles.Any(each => each.Role == role);

    private static bool Runs(ServerState server) => server.Lifecycle is Lifecycle.Running or Lifecycle.Draining;

    private static string Seconds(long ns) => Math.Round(Nanoseconds.ToSeconds(ns), 1).ToString(CultureInfo.InvariantCulture);

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);
}
