using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using OpsGame.House.Tests.Lengths;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Scripts;

/// <summary>What TypeScript's own compiler says of TypeScript and Svelte files (facts.mjs).</summary>
internal sealed record ScriptFacts(IReadOnlyList<Import> Imports, IReadOnlyList<Function> Functions)
{
    private static readonly ConcurrentDictionary<string, Lazy<ScriptFacts>> Known = new();

    /// <summary>Read once.</summary>
    public static ScriptFacts Of(Part part) => Known.GetOrAdd(part.Name, _ => new(() => Of(part.Files))).Value;

    /// <exception cref="InvalidOperationException">The client's packages are missing, or a file is not understood.</exception>
    public static ScriptFacts Of(IEnumerable<SourceFile> files)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Tree.Path("tests/House.Tests/Scripts/facts.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        using (node.StandardInput)
            node.StandardInput.Write(JsonSerializer.Serialize(files.Where(file => file.IsScript), JsonSerializerOptions.Web));
        node.WaitForExit();
        if (node.ExitCode == 0) return JsonSerializer.Deserialize<ScriptFacts>(said.Result, JsonSerializerOptions.Web)!;
        throw new InvalidOperationException($"facts.mjs failed; are the packages there (npm ci in WebClient)?\n{wrong.Result}");
    }
}
