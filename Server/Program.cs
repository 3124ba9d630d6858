using OpsGame.Server.Hosting;

return await ServeVerb.Run(args);
