namespace OpsGame.Server.Tests.Commands;

internal static class TempFile
{
    public static string Of(string name, string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
