using System.CommandLine;
using OpsGame.Server.Verbs;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>Runs the headless commands as a shell would.</summary>
internal static class CommandLine
{
    public static async Task<(int Code, string Output, string Error)> Run(CancellationToken stop, params string[] args)
    {
        var shell = new InvocationConfiguration { Output = new StringWriter(), Error = new StringWriter() };
        var code = await AllVerbs.Create().Parse(args).InvokeAsync(shell, stop);
        return (code, shell.Output.ToString()!, shell.Error.ToString()!);
    }

    public static Task<(int Code, string Output, string Error)> Run(params string[] args) => Run(CancellationToken.None, args);
}
