using OpsGame.Server.Commands;
using OpsGame.Server.Hosting;

// Without a verb it is the server; what follows are its settings (--urls, --Storage:Path …).
if (args is ["serve", .. var settings]) return await ServeVerb.Run(settings);
var verbs = Verbs.Create();
return args is [var first, ..] && (first is "-h" or "-?" or "--help" or "--version" || verbs.Subcommands.Any(verb => verb.Name == first))
    ? await verbs.Parse(args).InvokeAsync()
    : await ServeVerb.Run(args);
