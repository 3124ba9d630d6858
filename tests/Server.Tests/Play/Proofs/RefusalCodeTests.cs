using OpsGame.Server.Tests.Texts;
using OpsGame.Server.Schemas;
using OpsGame.Server.Texts;
using OpsGame.Simulation.Incidents;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>Every code there is, brought about by somebody at a real connection.</summary>
public sealed class RefusalCodeTests(Proving server) : IClassFixture<Proving>
{
    private static readonly string[] Listed =
    [
        .. RefusalCodes.All.SelectMany(group => group.Codes).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Codes => [.. RefusalCases.All.Keys];

    [Fact]
    public void EveryCodeHasItsCase()
    {
        Assert.Equal(Listed, RefusalCases.All.Keys.Order(StringComparer.Ordinal));
        Assert.Subset(TextCatalogue.Embedded.Codes.ToHashSet(), Listed.ToHashSet());
    }

    [Fact]
    public void EveryTextIsARefusalOrToldOf()
    {
        string[] families =
        [
            "algorithm-", "beside", "check-", "failure-", "fault-", "found-", "look-", "own-", "policy-", "problem-", "score-",
            "strategy-",
        ];
        var known = DeclaredCodes.All.Concat(Words<IncidentRole>("role")).Concat(Words<Severity>("severity"))
            .Concat(Words<StatusState>("status")).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(TextCatalogue.Embedded.Codes, code =>
            !known.Contains(code) && !families.Any(family => code.StartsWith(family, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Words<T>(string family)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{family}-{name.ToLowerInvariant()}");

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task ARefusalIsAnsweredWithItsCode(string code) => Assert.Equal(code, await RefusalCases.All[code](server));
}
