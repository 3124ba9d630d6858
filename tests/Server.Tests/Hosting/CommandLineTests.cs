using System.Diagnostics;
using OpsGame.Server.Tests.Scenarios;

namespace OpsGame.Server.Tests.Hosting;

public class CommandLineTests
{
    [Fact]
    public async Task FilesNamedOnTheCommandLineAreFoundFromWhereItIsCalled()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Files.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in $"run --project Server -c {built} --no-build -- validate tests/Scenarios/mm1.yaml".Split(' ')) start.ArgumentList.Add(word);
        using var run = Process.Start(start)!;
        var error = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("tests/Scenarios/mm1.yaml: mm1 ", await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("", 0), (await error, run.ExitCode));
    }
}
