namespace OpsGame.House.Tests.Sources;

/// <summary>A file as rules see it: text, wherever it comes from.</summary>
/// <param name="Path">From its part's root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>Of what lies in the root itself.</summary>
    public const string RootFolder = ".";

    public string Folder => FolderOf(Path);

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public bool IsScript => Path.EndsWith(".ts", StringComparison.Ordinal) || Path.EndsWith(".svelte", StringComparison.Ordinal);

    public bool IsScriptTest => Path.EndsWith(".test.ts", StringComparison.Ordinal);

    public static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : RootFolder;
}
