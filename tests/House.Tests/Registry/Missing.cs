using OpsGame.House.Tests.Ceilings;

namespace OpsGame.House.Tests.Registry;

/// <summary>What is missing with something registered.</summary>
internal static class Missing
{
    /// <param name="labels">Of the client, in each language.</param>
    /// <param name="texts">Of the server, in each language.</param>
    public static IReadOnlyList<Finding> Texts(
        IEnumerable<Registered> all,
        IReadOnlyDictionary<string, ISet<string>> labels,
        IReadOnlyDictionary<string, ISet<string>> texts) =>
    [
        .. from each in all
           from lacking in Lacking(each.Labels, labels).Concat(Lacking(each.Texts, texts))
           select new Finding(0, $"{each.Id} has no {lacking}"),
    ];

    /// <param name="linesOf">Lines of a file.</param>
    public static IReadOnlyList<Finding> Lines(IEnumerable<Registered> all, Func<string, string[]> linesOf) =>
    [
        .. from each in all
           from wanted in each.Lines
           where !linesOf(wanted.File).Any(wanted.Is)
           select new Finding(0, $"{each.Id} is not in {wanted.File}: no line begins '{wanted.Start}' and has {wanted.Word}"),
    ];

    /// <param name="named">What tests name.</param>
    public static IReadOnlyList<Finding> Tests(IEnumerable<Registered> all, ISet<string> named) =>
    [
        .. from each in all
           where !each.Names.Any(named.Contains)
           select new Finding(0, $"{each.Id} is named in no test ({string.Join(", ", each.Names)})"),
    ];

    private static IEnumerable<string> Lacking(string[] keys, IReadOnlyDictionary<string, ISet<string>> languages) =>
        from key in keys
        from language in languages
        where !language.Value.Contains(key)
        select $"{key} in {language.Key}";
}
