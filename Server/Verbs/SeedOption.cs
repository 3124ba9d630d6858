using System.CommandLine;

namespace OpsGame.Server.Verbs;

internal static class SeedOption
{
    public static Option<ulong> Create() =>
        new("--seed") { Description = "The luck of the run", HelpName = "N", DefaultValueFactory = _ => 1 };
}
