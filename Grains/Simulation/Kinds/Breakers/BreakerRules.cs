using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Breakers;

/// <summary>What people make of circuit breakers: a server's own around its calls to the application, everybody's around those to the database.</summary>
internal static class BreakerRules
{
    /// <summary>As the command has it; as it was where that is refused.</summary>
    public static BreakerSpec? Set(BreakerSpec? present, Command command, bool toDatabase, Ruling ruling)
    {
        if (!command.Flag("on"))
        {
            ruling.Carry(command, toDatabase ? "breaker-off" : "app-breaker-off");
            return null;
        }

        var breaker = new BreakerSpec(
            command.Real("errors"), command.Number("window"), command.Number("calls"), command.Duration("open"), command.Number("tries"));
        if (Math.Max(breaker.LeastCalls, breaker.Tries) > breaker.Window)
        {
            ruling.Refuse(command, "breaker-window-short", command.Text("window"));
            return present;
        }

        ruling.Carry(command, toDatabase ? "breaker-set" : "app-breaker-set", command.Text("errors"), command.Text("calls"), command.Text("open"));
        return breaker;
    }
}
