using System.Text;

namespace OpsGame.Server.Formats;

/// <summary>Names of enum members as files, plans and reports write them: LeastOutstanding is least-outstanding.</summary>
internal static class Kebab
{
    public static string Of<T>(T member)
        where T : struct, Enum => Of(member.ToString());

    /// <param name="name">Of a member.</param>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    public static bool TryRead<T>(string text, out T member)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            member = candidate;
            if (Of(candidate) == text) return true;
        }

        member = default;
        return false;
    }
}
