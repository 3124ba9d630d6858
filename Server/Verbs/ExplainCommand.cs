using System.CommandLine;
using OpsGame.Server.Runs;

namespace OpsGame.Server.Verbs;

/// <summary>explain FILE --request CLASS:N: where one request's time went.</summary>
public static class ExplainCommand
{
    public static Command Create()
    {
        var seed = SeedOption.Create();
        var request = RequestName.Option();
        var command = new Command("explain", "Play a scenario headless and show where one request's time went") { request, seed };
        var options = new PlayOptions(command, measures: false);
        command.SetAction((parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (options.Read(parsed, error, out var code) is not { } trial) return Task.FromResult(code);
            var (luck, name) = (parsed.GetValue(seed), parsed.GetRequiredValue(request));
            return Task.Run(() => Explain(trial, luck, name, output, error, stop), CancellationToken.None);
        });
        return command;
    }

    private static int Explain(
        Trial trial, ulong seed, RequestName name, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var classes = trial.Scenario.Classes.Select(users => users.Id).ToArray();
        if (!classes.Contains(name.Class))
        {
            error.WriteLine($"--request {name}: there is no class '{name.Class}'; there are {string.Join(", ", classes)}");
            return ExitCode.Stopped;
        }

        try
        {
            var request = ExplainedRequest.Play(trial, seed, name, stop);
            if (!request.Attempts.IsEmpty)
            {
                output.WriteLine(Waterfall.Write(request));
                return ExitCode.Done;
            }

            error.WriteLine(name.Number < request.Offered
                ? $"--request {name}: none of its attempts ended (still in flight when the run ended, or shed)"
                : $"--request {name}: {request.Offered} requests of '{name.Class}' came in this run; the first is number 0");
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("stopped");
        }

        return ExitCode.Stopped;
    }
}
