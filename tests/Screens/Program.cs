using System.CommandLine;
using OpsGame.Screens;

var root = new RootCommand("Looks at the built product in a browser: its screens, and what a frame of its picture costs.");
root.Subcommands.Add(FramesCommand.Create());
root.Subcommands.Add(ShotsCommand.Create());
return await root.Parse(args).InvokeAsync();
