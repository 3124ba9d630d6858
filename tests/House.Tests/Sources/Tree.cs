namespace OpsGame.House.Tests.Sources;

/// <summary>The repository on the disk, found from wherever the tests run.</summary>
internal static class Tree
{
    /// <summary>Folders of what is generated.</summary>
    private static readonly HashSet<string> Generated =
        ["bin", "obj", "node_modules", "paraglide", "letters", "wwwroot", "Migrations"];

    public static string Root { get; } = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    /// <summary>Sources written by hand under a folder, in order.</summary>
    public static IEnumerable<SourceFile> Under(string folder, string[] endings) =>
        from path in Directory.EnumerateFiles(Path(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where endings.Contains(System.IO.Path.GetExtension(path))
        let relative = System.IO.Path.GetRelativePath(Path(folder), path).Replace('\\', '/')
        where !relative.Split('/').Any(Generated.Contains)
        select new SourceFile(relative, File.ReadAllText(path).ReplaceLineEndings("\n"));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "OpsGame.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException("OpsGame.sln is not above the tests");
    }
}
