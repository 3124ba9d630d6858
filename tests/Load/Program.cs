using System.CommandLine;
using OpsGame.Load;
using OpsGame.Load.Chaos;
using OpsGame.Load.Floods;

var url = new Option<string>("--url") { Description = "The server.", DefaultValueFactory = _ => "http://localhost:5080" };
var scenario =
    new Option<string>("--scenario") { Description = "Scenario id.", DefaultValueFactory = _ => "balancer-health-checks" };
var estates = new Option<int>("--estates")
{
    Description = "Teams, each with its own estate (more than 100: start the server with --Drills:EstatesPerAddress 500).",
    DefaultValueFactory = _ => 50,
};
var clients = new Option<int>("--clients") { Description = "Players a team.", DefaultValueFactory = _ => 8 };
var every = new Option<double>("--every") { Description = "Seconds between a player's commands.", DefaultValueFactory = _ => 1 };
var seconds = new Option<int>("--seconds") { Description = "How long to measure.", DefaultValueFactory = _ => 60 };
var warmup = new Option<int>("--warmup") { Description = "Seconds before measuring.", DefaultValueFactory = _ => 10 };
var pid = new Option<int?>("--pid") { Description = "The server's process id on this machine, to measure its CPU and memory." };
var plans = new Option<int>("--plans")
{
    Description = "Plans queued in the strategy lab before measuring (start the server with --Lab:OpenPerAddress 500).",
};

var root = new RootCommand("A swarm of real clients: joins, plays, measures, prints a table.")
{
    url, scenario, estates, clients, every, seconds, warmup, pid, plans,
};
root.Subcommands.Add(FloodsCommand.Create());
root.SetAction(async (given, cancel) =>
{
    var plan = new LoadPlan(
        given.GetValue(url)!, given.GetValue(scenario)!, given.GetValue(estates), given.GetValue(clients),
        TimeSpan.FromSeconds(given.GetValue(every)), TimeSpan.FromSeconds(given.GetValue(seconds)),
        TimeSpan.FromSeconds(given.GetValue(warmup)), given.GetValue(pid),
        given.GetValue(plans));
    await Swarm.Run(plan, cancel);
});
root.Subcommands.Add(ChaosCommand.Create());
// Whoever stops it waits until it has cleaned up behind itself.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
