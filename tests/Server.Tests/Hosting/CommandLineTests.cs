using System.Diagnostics;
using OpsGame.Server.Tests.Scenarios;

namespace OpsGame.Server.Tests.Hosting;

public class CommandLineTests
{
    [Fact]
    public async Task FilesNamedOnTheCommandLineAreFoundFromWhereItIsCalled()
    {
        var (said, error, code) = await Run("validate tests/Scenarios/mm1.yaml");
        Assert.StartsWith("tests/Scenarios/mm1.yaml: mm1 ", said, StringComparison.Ordinal);
        Assert.Equal(("", 0), (error, code));
    }

    [Theory]
    [InlineData("serve --help", "--Storage:Path FILE")]
    [InlineData("--urls http://127.0.0.1:1 --help", "simulate <FILE>")]
    [InlineData("simulate --help", "--seed")]
    public async Task HelpIsPrintedWithoutStartingAServer(string asked, string told)
    {
        var (said, _, code) = await Run(asked);
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Organiser signs in", said, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    private static async Task<(string Said, string Error, int Code)> Run(string arguments)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Files.Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var word in $"run --project Server -c {built} --no-build -- {arguments}".Split(' '))
            start.ArgumentList.Add(word);
        using var run = Process.Start(start)!;
        var error = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (said, await error, run.ExitCode);
    }
}
