namespace OpsGame.Server.Tests.Verbs;

internal static class TempFile
{
    public static string Of(string name, string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
