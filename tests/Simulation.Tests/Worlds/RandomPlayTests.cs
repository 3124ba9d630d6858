using CsCheck;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;

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
        Gen.Const((Actions.RestartBalancer, "balancer", Args())),
        Gen.Const((Actions.BalancerCrash, "balancer", Args())),
        Gen.Int[0, 60].Select(limit => (Actions.SetHandshakeLimit, "balancer", Args(("handshakes", $"{limit}")))),
        OneOf([.. Servers, "balancer", "edge"]).Select(address => (Actions.AddAddress, "dns", Args(("address", address)))),
        OneOf([.. Servers, "balancer", "edge"]).Select(address => (Actions.RemoveAddress, "dns", Args(("address", address)))),
        Gen.Int[0, 10].Select(seconds => (Actions.SetRecordTtl, "dns", Args(("seconds", $"{seconds}")))),
        Gen.Const((Actions.RenewCertificate, "certificate", Args())),
        Gen.Const((Actions.FlushCache, "edge", Args())),
        Gen.Int[1, 4].Select(amount => (Actions.TrafficSurge, "users", Args(("seconds", "5"), ("amount", $"{amount}")))));

    private static readonly Func<Scenario>[] Systems =
    [
        Estates.Whole, Estates.Contended, Entry.WithEverything, () => Entry.WithEverything() with { Edge = null, Dns = Entry.Dns(3, "balancer") },
        Entry.PassedOn, Entry.ByName,
    ];

    [Fact]
    public void EveryRequestIsAccountedForWhateverHappens() =>
        Gen.Select(Gen.ULong, AnyCommand.Array[1, 25]).Sample((seed, commands) =>
        {
            var play = new Play(Systems[(int)(seed % (ulong)Systems.Length)](), seed);
            foreach (var (action, target, args) in commands)
            {
                if (play.World.KindOf(target) is not null) play.Do(action, target, args);
                play.Pass(2);
            }
        }, iter: 120);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<(string, string, (string, string)[])> OnServer(string action) =>
        OneOf(Servers).Select(server => (action, server, Args()));

    private static (string, string)[] Args(params (string, string)[] args) => args;
}
