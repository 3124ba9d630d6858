using System.CommandLine;

namespace OpsGame.Load.Floods;

/// <summary>floods: one attack after another, while an innocent drill plays.</summary>
internal static class FloodsCommand
{
    /// <summary>The innocent play for ten minutes, through all attacks.</summary>
    private const int MostSeconds = 60;

    public static Command Create()
    {
        var url = Given("--url", "The server, on this machine.", "http://127.0.0.1:5080");
        var scenario = Given("--scenario", "What is played.", "balancer-health-checks");
        var seconds = Given("--seconds", "How long each attack lasts.", 15);
        var pid = Given<int?>("--pid", "The server's process id, to measure its memory.", null);
        var memory = Given("--memory", "MiB the server may take at most, whatever is done to it.", 512);
        var only = Given("--only", "One attack, by a part of its name.", "");
        url.Validators.Add(given => Object(given, FloodPlan.Objection(given.GetValueOrDefault<string>())));
        seconds.Validators.Add(given => Object(
            given,
            given.GetValueOrDefault<int>() is < 1 or > MostSeconds ? $"an attack lasts 1 to {MostSeconds} seconds." : null));
        var command = new Command("floods", "Attacks a server of one's own, and prints what an innocent drill felt of it.")
        {
            url, scenario, seconds, pid, memory, only,
        };
        command.SetAction((given, cancel) =>
        {
            var lasts = TimeSpan.FromSeconds(given.GetValue(seconds));
            var plan = new FloodPlan(
                new Uri(given.GetValue(url)!), given.GetValue(scenario)!, lasts, given.GetValue(pid), given.GetValue(memory));
            return Attacks.Run(plan, given.GetValue(only)!, cancel);
        });
        return command;
    }

    private static Option<T> Given<T>(string name, string description, T otherwise) =>
        new(name) { Description = description, DefaultValueFactory = _ => otherwise };

    private static void Object(System.CommandLine.Parsing.OptionResult given, string? objection)
    {
        if (objection is not null) given.AddError(objection);
    }
}
