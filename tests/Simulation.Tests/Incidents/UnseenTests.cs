using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Incidents;

/// <summary>What nobody can see is found; what shapes what everybody sees is let be.</summary>
public sealed class UnseenTests
{
    [Theory]
    [InlineData("\u061Ca", 0)]
    [InlineData("a\u200Eb", 1)]
    [InlineData("a\u200Fb", 1)]
    [InlineData("ab\u202A", 2)]
    [InlineData("ab\u202E", 2)]
    [InlineData("😀\u2066", 2)]
    [InlineData("a\u2069", 1)]
    [InlineData("a\u200Bb", 1)]
    [InlineData("a\u00ADb", 1)]
    [InlineData("a\u2060b", 1)]
    [InlineData("\uFEFFa", 0)]
    [InlineData("가\u3164나", 1)]
    [InlineData("\u115F\u1160", 0)]
    [InlineData("a\U000E0041", 1)]
    [InlineData("a\u034Fb", 1)]
    [InlineData("admin\uFE0F", 5)]
    public void InvisibleCharactersAreFound(string text, int at) => Assert.Equal(at, Unseen.In(text));

    [Theory]
    [InlineData("The database is slow.")]
    [InlineData("데이터베이스가 느립니다: db-1, 90 %")]
    [InlineData("한글")]
    [InlineData("שלום مرحبا")]
    [InlineData("👩🏽‍💻 👨‍👩‍👧 ❤️‍🔥 🏳️‍🌈 🤷‍♂️ ‼️ 1️⃣ 🙂‍↔️")]
    [InlineData("می‌خواهم")]
    [InlineData("क्‍ष")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("")]
    public void OrdinaryTextPasses(string text) => Assert.Null(Unseen.In(text));

    [Theory]
    [InlineData("ad\u200Dmin", 2)]
    [InlineData("ad\u200Cmin", 2)]
    [InlineData("\u200D가", 0)]
    [InlineData("가\u200D", 1)]
    [InlineData("가\u200D나", 1)]
    [InlineData("👩\u200D\u200D💻", 2)]
    [InlineData("👩 \u200D💻", 3)]
    public void AUselessJoinerIsFound(string text, int at) => Assert.Equal(at, Unseen.In(text));
}
