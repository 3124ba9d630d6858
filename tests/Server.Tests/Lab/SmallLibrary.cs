using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Lab;

/// <summary>
/// A library of one scenario that is over in twenty simulated seconds: its only server hangs until somebody restarts it.
/// </summary>
internal static class SmallLibrary
{
    public const string Scenario = "small";

    public const string Par = """
        id: par
        scenario: small
        title: {en: Restart it, ko: 재시작하기}
        steps:
          - {at: 7s, action: restart-server, target: server-1}
        """;

    public const string Nothing = """
        id: nothing
        scenario: small
        steps: []
        """;

    public const string Tempting = """
        id: tempting
        scenario: small
        steps:
          - {at: 15s, action: restart-server, target: server-1}
        """;

    private const string Small = """
        id: small
        version: 1
        order: 1
        difficulty: 1
        title: {en: Small, ko: 작은 연습}
        summary: {en: One server hangs., ko: 서버 한 대가 멈춥니다.}
        teaches: {en: A restart., ko: 재시작.}
        brief: {en: Restart it., ko: 재시작하세요.}
        duration: 20s
        operations: {boot: 2s, restart: 1s, reload: 1s, install: 1s}
        classes:
          - id: browse
            title: {en: Browse, ko: 둘러보기}
            rate: 40/s
            target: 200ms
            patience: 2s
            keys: 100
            work: {web: fixed(500us), app: exp(5ms)}
        sizes:
          - {id: small, cores: 2, memory: 4GiB, price: $0.60/h}
        racks:
          - {id: rack-1, units: 1}
        servers:
          - id: server-1
            rack: rack-1
            size: small
            version: v1
            roles:
              web: {processes: 1, threads: 64, queue: 200}
              app: {processes: 1, threads: 8, queue: 100}
        faults:
          - {kind: server-hang, target: server-1, at: 5s}
        objectives:
          - {id: answer, text: {en: Answer, ko: 응답하기}}
        score:
          service: 700
          cost: 100
          response: 100
          delivery: 100
          par: {spend: $0.01, acknowledge: 5s, mitigate: 5s}
          slo: 0.9
        """;

    /// <summary>Writes it; the settings that make a server use it.</summary>
    public static string[] Write(string directory)
    {
        var (scenarios, plans) =
            (Path.Combine(directory, "library", "Scenarios"), Path.Combine(directory, "library", "Plans", Scenario));
        Directory.CreateDirectory(scenarios);
        Directory.CreateDirectory(plans);
        File.WriteAllText(Path.Combine(scenarios, "small.yaml"), Small);
        File.WriteAllText(Path.Combine(plans, "nothing.yaml"), Nothing);
        File.WriteAllText(Path.Combine(plans, "par.yaml"), Par);
        File.WriteAllText(Path.Combine(plans, "tempting.yaml"), Tempting);
        return ["--Library:Path", Path.Combine(directory, "library"), "--Lab:OpenPerAddress", "500"];
    }
}

/// <summary>The real server with the small library.</summary>
public sealed class SmallServer : TestServer
{
    protected override string[] Settings(string directory) => SmallLibrary.Write(directory);
}
