using NJsonSchema;
using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Schemas;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>Schema and documents are the strict reader's own words; an independent validator reads the schema.</summary>
public class ScenarioFormatTests
{
    private const string FirstLine = "# yaml-language-server: $schema=scenario.schema.json\n";

    private static readonly FileFormat Format = FileFormat.OfScenarios();

    private static readonly string Committed = Files.Read("Server/Scenarios/scenario.schema.json");

    public static TheoryData<string> Library =>
        [.. Directory.EnumerateFiles(Files.Path("Server/Scenarios"), "*.yaml")
            .Select(path => Path.GetRelativePath(Files.Root, path))];

    public static TheoryData<string> Everything =>
        [.. Library.Select(row => row.Data), "tests/Scenarios/mm1.yaml", "tests/Scenarios/mm8.yaml",
        "Server/Schemas/every-key.yaml"];

    [Fact]
    public async Task TheCommittedSchemaIsWhatTheReaderAsksFor()
    {
        var (code, output, error) = await CommandLine.Run("schema");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(Committed, output);
    }

    [Fact]
    public async Task TheReadmeHasEveryKeyTheReaderKnows()
    {
        var (_, tables, _) = await CommandLine.Run("schema", "--keys");
        Assert.EndsWith(tables, Files.Read("Server/Scenarios/README.md"), StringComparison.Ordinal);
        Assert.All(AllKeys(Format.Root, ""),
            key => Assert.Contains($"`{key.Path.Split('.')[^1]}`", tables + "`en` `ko`", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKeyHasAMeaningAndAnExample() =>
        Assert.All(AllKeys(Format.Root, ""), key =>
        {
            Assert.True(Format.About(key.Path).Meaning.Length > 0, $"every-key.yaml says nothing about {key.Path}");
            if (key.Key.Shape is not null)
                Assert.True(Format.About(key.Path).Example.Length > 0, $"every-key.yaml has no value at {key.Path}");
        });

    [Theory]
    [MemberData(nameof(Library))]
    public void EveryLibraryFileNamesItsSchema(string file) =>
        Assert.StartsWith(FirstLine, Files.Read(file), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task TheSchemaTakesWhatTheReaderTakes(string file)
    {
        var text = Files.Read(file);
        ScenarioReader.Read(text, file);
        var schema = await JsonSchema.FromJsonAsync(Committed, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(YamlJson.Of(text)));
    }

    [Theory]
    [InlineData("duration: 10m", "duration: 10m\ncolour: red")]
    [InlineData("rate: 40/s", "rate: 40")]
    [InlineData("rate: 40/s", "rat: 40/s")]
    [InlineData("threads: 32", "threads: 0")]
    [InlineData("threads: 32", "threads: many")]
    [InlineData("least-outstanding", "fastest")]
    [InlineData("app: exp(8ms)", "app: gauss(8ms)")]
    [InlineData("patience: endless", "patience: forever")]
    [InlineData("price: $0.10/h", "price: $0.10")]
    [InlineData("id: example", "id: Ex ample")]
    [InlineData("attached: false", "attached: maybe")]
    public async Task TheSchemaRefusesWhatAnEditorCanSee(string piece, string otherwise)
    {
        var schema = await JsonSchema.FromJsonAsync(Committed, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(YamlJson.Of(Example.Text)));
        Assert.NotEmpty(schema.Validate(YamlJson.Of(Example.With(piece, otherwise))));
    }

    private static IEnumerable<(FormatKey Key, string Path)> AllKeys(FormatKey holder, string path) => holder.Keys
        .Select(key => (key, FileFormat.Join(path, key.Name)))
        .SelectMany(key => AllKeys(key.key, key.Item2).Prepend(key));
}
