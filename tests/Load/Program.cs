using System.CommandLine;
using OpsGame.Load;
using OpsGame.Load.Bare;
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
var mix = new Option<string?>("--mix")
{
    Description = "Instead of both: 10:6,60:3,200:1 are estates of so many components (serve what `scenarios` writes).",
};
mix.Validators.Add(given =>
{
    if (given.GetValueOrDefault<string?>() is { } text && Share.Mix(text) is null)
        given.AddError("--mix takes components or scenario ids with a number of estates each: 10:6,60:3.");
});
var clients = new Option<int>("--clients") { Description = "Players a team.", DefaultValueFactory = _ => 8 };
var every = new Option<double>("--every") { Description = "Seconds between a player's commands.", DefaultValueFactory = _ => 1 };
var seconds = new Option<int>("--seconds") { Description = "How long to measure.", DefaultValueFactory = _ => 60 };
var warmup = new Option<int>("--warmup") { Description = "Seconds before measuring.", DefaultValueFactory = _ => 10 };
var pid = new Option<int?>("--pid") { Description = "The server's process id on this machine, to measure its CPU and memory." };
var plans = new Option<int>("--plans")
{
    Description = "Plans queued in the strategy lab before measuring (start the server with --Lab:OpenPerAddress 500).",
};

var observers = new Option<int>("--observers") { Description = "Observers a team." };
var inspectors =
    new Option<int>("--inspectors") { Description = "Players of a team who look at a component's past every two seconds." };
var churn = new Option<double>("--churn") { Description = "Seconds between two times somebody leaves and another joins." };
var bare = new Option<bool>("--bare") { Description = "Then a bare hub sends the same bytes to as many clients: the floor." };
Option[] options = [url, scenario, estates, mix, clients, every, seconds, warmup, pid, plans, observers, inspectors, churn, bare];

LoadPlan Plan(ParseResult given, bool storm) => new(
    given.GetValue(url)!,
    given.GetValue(mix) is { } text ? Share.Mix(text)! : [new Share(given.GetValue(scenario)!, given.GetValue(estates))],
    given.GetValue(clients), TimeSpan.FromSeconds(given.GetValue(every)), TimeSpan.FromSeconds(given.GetValue(seconds)),
    TimeSpan.FromSeconds(given.GetValue(warmup)), given.GetValue(pid), given.GetValue(plans), given.GetValue(observers),
    given.GetValue(inspectors), TimeSpan.FromSeconds(given.GetValue(churn)), storm, given.GetValue(bare));

var root = new RootCommand("A swarm of real clients: joins, plays, measures, prints a table.");
var storm = new Command("storm", "The same, and then all clients break off at once and come back.");
foreach (var option in options)
{
    root.Options.Add(option);
    storm.Options.Add(option);
}

root.SetAction((given, cancel) => Swarm.Run(Plan(given, storm: false), cancel));
storm.SetAction((given, cancel) => Swarm.Run(Plan(given, storm: true), cancel));
root.Subcommands.Add(storm);
root.Subcommands.Add(SizedScenario.Create());
root.Subcommands.Add(BareHub.Create());
root.Subcommands.Add(Soak.Create());
root.Subcommands.Add(FloodsCommand.Create());
root.Subcommands.Add(ChaosCommand.Create());
// Whoever stops it waits until it has cleaned up behind itself.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
