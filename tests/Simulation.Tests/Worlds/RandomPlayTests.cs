using CsCheck;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Tests.Worlds;

/// <summary>Whatever valid commands come, in whatever order: nothing is lost, held twice or negative, and nothing throws.</summary>
public sealed class RandomPlayTests
{
    private static readonly string[] Servers = ["web-1", "web-2", "web-3", "web-4", "web-5", "db-1"];

    private static readonly Gen<(string Action, string Target, (string, string)[] Args)> AnyCommand = Gen.OneOf(
        OnServer(Actions.StartServer), OnServer(Actions.StopServer), OnServer(Actions.RestartServer),
        OnServer(Actions.ServerHang), OnServer(Actions.ServerCrash), OnServer(Actions.OpenFirewall), OnServer(Actions.CloseFirewall),
        Gen.Select(OneOf(Servers), Gen.Int[1, 8], Gen.Int[1, 64], (server, processes, threads) =>
            (Actions.ChangeThreads, server, Args(("processes", $"{processes}"), ("threads", $"{threads}")))),
        OnServer(Actions.ClearLogs), OnServer(Actions.InstallBeside, ("version", "v2")),
        OnServer(Actions.Reload, ("role", "web")), OnServer(Actions.Reload, ("role", "app"), ("shutdown", "1.5")),
        OnServer(Actions.KillProcess, ("role", "web")), OnServer(Actions.KillProcess, ("process", "2")), OnServer(Actions.ProcessCrash),
        OnServer(Actions.SwitchPort), OnServer(Actions.SwitchPort, ("how", "restart")),
        OnServer(Actions.StopPort), OnServer(Actions.StopPort, ("shutdown", "1")),
        OnServer(Actions.LogFlood, ("seconds", "5"), ("amount", "50")),
        Gen.Select(OneOf(Servers), Gen.Int[0, 60], (server, keep) => (Actions.RotateLogs, server, Args(("keep", $"{keep}")))),
        Gen.Select(OneOf(Servers), OneOf("any", "users", "web", "app"), OneOf(Actions.CloseFirewall, Actions.OpenFirewall),
            (server, from, action) => (action, server, Args(("from", from)))),
        OneOf(Servers).Select(server => (Actions.Attach, "balancer", Args(("server", server)))),
        OneOf(Servers).Select(server => (Actions.Detach, "balancer", Args(("server", server)))),
        OneOf("round-robin", "least-outstanding", "random", "two-choices").Select(algorithm =>
            (Actions.SetAlgorithm, "balancer", Args(("algorithm", algorithm)))),
        OneOf("shallow", "deep").Select(path =>
            (Actions.SetHealthCheck, "balancer", Args(("path", path), ("interval", "2"), ("timeout", "0.5")))),
        Gen.Int[0, 2000].Select(capacity => (Actions.ResizeCache, "cache", Args(("capacity", $"{capacity}")))),
        Gen.Const((Actions.FlushCache, "cache", Args())),
        Gen.Int[1, 50].Select(connections => (Actions.SetMaxConnections, "database", Args(("connections", $"{connections}")))),
        Gen.Const((Actions.StartRollout, "rollout", Args(("version", "v2"), ("drain", "2"), ("bake", "2")))),
        Gen.Const((Actions.RollBack, "rollout", Args())),
        OneOf("rack-a", "rack-b").Select(rack => (Actions.AddServer, rack, Args(("size", "size")))),
        OneOf("rack-a", "rack-b").Select(rack => (Actions.RackPower, rack, Args(("seconds", "10")))),
        Gen.Int[1, 4].Select(amount => (Actions.TrafficSurge, "users", Args(("seconds", "5"), ("amount", $"{amount}")))));

    [Fact]
    public void EveryRequestIsAccountedForWhateverHappens() =>
        Gen.Select(Gen.ULong, AnyCommand.Array[1, 25]).Sample((seed, commands) =>
        {
            var estate = (seed % 3) switch { 0 => Estates.Whole(), 1 => Estates.Contended(), _ => Estates.Cramped() };
            var play = new Play(estate, seed);
            foreach (var (action, target, args) in commands)
            {
                if (play.World.KindOf(target) is not null) play.Do(action, target, args);
                play.Pass(2);
            }
        }, iter: 100);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<(string, string, (string, string)[])> OnServer(string action, params (string, string)[] args) =>
        OneOf(Servers).Select(server => (action, server, args));

    private static (string, string)[] Args(params (string, string)[] args) => args;
}
