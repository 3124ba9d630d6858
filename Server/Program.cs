using OpsGame.Server.Hosting;
using OpsGame.Server.Verbs;

// Without a verb it is the server; what follows are its settings (--urls, --Storage:Path …).
string[] settings = args is [ServeCommand.Verb, .. var rest] ? rest : args;
var verbs = AllVerbs.Create();
var serves = settings is not [var first, ..] || settings != args || verbs.Subcommands.All(verb => verb.Name != first);
return serves && !settings.Any(word => word is "-h" or "-?" or "--help" or "--version")
    ? await ServeVerb.Run(settings)
    : await verbs.Parse(args).InvokeAsync();
