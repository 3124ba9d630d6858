using OpsGame.House.Tests.Scripts;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Folders;

/// <summary>Arrows between folders of scripts, by their imports.</summary>
internal static class ScriptArrows
{
    public static IReadOnlyList<Arrow> In(IEnumerable<SourceFile> files, IEnumerable<Import> imports)
    {
        var folders = files.Where(file => !file.IsScriptTest).Select(file => file.Folder).ToHashSet();
        return
        [
            .. from import in imports
               where import.Module.StartsWith('.')
               where !new SourceFile(import.Path, "").IsScriptTest
               let user = SourceFile.FolderOf(import.Path)
               let path = Resolve(user, import.Module)
               where path is not null
               let used = folders.Contains(path) ? path : SourceFile.FolderOf(path)
               where used != user && folders.Contains(used)
               select new Arrow(user, used, import.Path, import.Line, path[(path.LastIndexOf('/') + 1)..]),
        ];
    }

    /// <summary>A module's path from the root; null: it lies outside, where there are no floors.</summary>
    private static string? Resolve(string folder, string module)
    {
        var path = new Stack<string>(folder == SourceFile.RootFolder ? [] : folder.Split('/'));
        foreach (var step in module.Split('/'))
        {
            if (step == ".." && !path.TryPop(out _)) return null;
            if (step is not (".." or ".")) path.Push(step);
        }

        return string.Join('/', path.Reverse());
    }
}
