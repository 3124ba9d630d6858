using System.Collections.Frozen;
using System.Text;

namespace OpsGame.Server.Formats;

/// <summary>Names of enum members as files, plans and reports write them: LeastOutstanding is least-outstanding.</summary>
internal static class Kebab
{
    /// <summary>Of a set of flags that is no member itself: the flags' names as .NET lists them.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum =>
        Known<T>.Names.TryGetValue(member, out var name) ? name : Of(member.ToString());

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

    /// <summary>Frames name members all the time.</summary>
    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names =
            Enum.GetValues<T>().Distinct().ToFrozenDictionary(member => member, member => Of(member.ToString()));
    }
}
