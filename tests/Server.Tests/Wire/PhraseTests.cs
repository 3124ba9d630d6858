using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsGame.Server.Texts;

namespace OpsGame.Server.Tests.Wire;

/// <summary>
/// Every text as it is said here, in Golden/Phrases/phrases.json; the web client's tests say them too. To change them on purpose
/// run once with GOLDEN=write.
/// </summary>
public sealed class PhraseTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Names, numbers of every length of time, a pattern, and too few.</summary>
    private static readonly string[][] Fillings =
    [
        ["web-1", "45", "deep", "{0}", "4"], ["7260", "90", "120", "172800", "59.5"], ["memory-leak", "<b>아다</b>", "$1", "7200"],
        ["users"],
    ];

    private static readonly string File = Path.Combine(Path.GetDirectoryName(Here())!, "..", "Golden", "Phrases", "phrases.json");

    [Fact]
    public void EveryTextIsSaidAsItStands()
    {
        var texts = TextCatalogue.Embedded;
        var said = texts.Codes.SelectMany((code, at) => Fillings.Where((_, turn) => turn == 0 || turn == at % Fillings.Length)
            .Select(args => new Said(code, args, texts.Of(code, [.. args]).En, texts.Of(code, [.. args]).Ko)));
        var text = $"[\n{string.Join(",\n", said.Select(each => JsonSerializer.Serialize(each, Readable)))}\n]\n";
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            System.IO.File.WriteAllText(File, text);
        }

        Assert.Equal(System.IO.File.ReadAllText(File), text);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed record Said(string Code, string[] Args, string En, string Ko);
}
