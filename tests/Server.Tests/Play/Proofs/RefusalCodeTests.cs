using OpsGame.Server.Tests.Texts;
using OpsGame.Server.Texts;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>Every code there is, brought about by somebody at a real connection.</summary>
public sealed class RefusalCodeTests(Proving server) : IClassFixture<Proving>
{
    private static readonly string[] Listed = [.. RefusalCodes.All.SelectMany(group => group.Codes).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes => [.. RefusalCases.All.Keys];

    [Fact]
    public void EveryCodeHasItsCaseOrSaysWhyItIsRare()
    {
        Assert.Equal(Listed, RefusalCases.All.Keys.Concat(RefusalCodes.Rare.Keys).Order(StringComparer.Ordinal));
        Assert.Subset(TextCatalogue.Embedded.Codes.ToHashSet(), Listed.ToHashSet());
    }

    [Fact]
    public void TheListHasWhatTheSourcesRefuseWith() => Assert.Empty(SourceCodes.Refusals().Except(Listed));

    [Fact]
    public void EveryTextIsARefusalOrToldOf()
    {
        string[] families = ["fault-", "problem-", "score-"];
        var known = Listed.Concat(SourceCodes.Events()).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(TextCatalogue.Embedded.Codes, code =>
            !known.Contains(code) && !families.Any(family => code.StartsWith(family, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task ARefusalIsAnsweredWithItsCode(string code) => Assert.Equal(code, await RefusalCases.All[code](server));
}
