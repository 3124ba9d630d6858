using System.CommandLine;

namespace OpsGame.Server.Verbs;

/// <summary>What the program can do besides serving.</summary>
public static class AllVerbs
{
    public static RootCommand Create() =>
        new("OpsGame: a flight simulator for people who run web systems. Without a verb: serve.")
    {
        ServeCommand.Create(),
        SimulateCommand.Create(),
        CompareCommand.Create(),
        ExplainCommand.Create(),
        ValidateCommand.Create(),
        VerifyCommand.Create(),
        BackupCommand.Create(),
        SchemaCommand.Create(),
    };
}
