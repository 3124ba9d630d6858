using System.Text;
using CsCheck;
using OpsGame.Grains.Naming;

namespace OpsGame.Grains.Tests.Drills;

public sealed class NamesTests
{
    private static readonly Gen<string> Written = Gen.OneOf(
            Gen.Char["aAbBiIlLoO01"], Gen.Char["аАоОеЕΑα"], Gen.Char["김철수あ山"], Gen.Char["-_.'() "],
            Gen.Char["\u0301\u0323\u3164\u202E\ud83d"], Gen.Char)
        .Array[0, 42].Select(letters => new string(letters));

    [Theory]
    [InlineData("Ada", true)]
    [InlineData("김철수", true)]
    [InlineData("Zoë O'Neil-Smith (ops) v1.2_b", true)]
    [InlineData("हिन्दी", true)]
    [InlineData("a\tb", false)]
    [InlineData("<script>", false)]
    [InlineData("x\u202Ey", false)]
    [InlineData("😀", false)]
    [InlineData("\ud800", false)]
    public void NamesAreLettersOfAnyScript(string name, bool good) => Assert.Equal(good, NameRules.Check(name, out _) is null);

    [Theory]
    [InlineData("Z\u0300\u0301oe", true)]
    [InlineData("Z\u0300\u0301\u0302oe", false)]
    [InlineData("\u0301Zoe", false)]
    [InlineData("- \u0301", false)]
    [InlineData("ที่รัก", true)]
    [InlineData("\u3164", false)]
    [InlineData("Ada\uFE0F", false)]
    [InlineData("\uFB01n", false)]
    [InlineData("\U0001D400da", false)]
    [InlineData("\u1100\u1161", false)]
    [InlineData("ㅋㅋ", true)]
    public void MarksStandOnLettersAndAreFew(string name, bool good) => Assert.Equal(good, NameRules.Check(name, out _) is null);

    [Theory]
    [InlineData("Ad\u0430", false)]
    [InlineData("\u0391da", false)]
    [InlineData("\uFF21d\u0430", false)]
    [InlineData("ᗩᗪᗰIᑎ", false)]
    [InlineData("ᗩᗪ", true)]
    [InlineData("Анна", true)]
    [InlineData("Анна Smith", true)]
    [InlineData("Ελένη", true)]
    [InlineData("K팝ファン山", true)]
    public void AWordKeepsToOneAlphabet(string name, bool good) => Assert.Equal(good, NameRules.Check(name, out _) is null);

    [Theory]
    [InlineData("organiser")]
    [InlineData("Organizer 2")]
    [InlineData("I n s t r u c t o r")]
    [InlineData("ADM1N")]
    [InlineData("Ádmin")]
    [InlineData("ᴀᴅᴍɪɴ")]
    [InlineData("ꓮꓓꓟꓲꓠ")]
    [InlineData("Adrnin")]
    [InlineData("systern 2")]
    [InlineData("Op5game", false)]
    [InlineData("OpsGame")]
    [InlineData("0psgame.")]
    [InlineData("(Server)")]
    [InlineData("Servers", false)]
    [InlineData("Organist", false)]
    [InlineData("주최자")]
    [InlineData("관리자1")]
    [InlineData("시스템 2")]
    [InlineData("강사님", false)]
    [InlineData("Player", false)]
    public void NamesOfTheServerAndItsOrganiserAreReserved(string name, bool reserved = true) =>
        Assert.Equal(reserved ? "name-reserved" : null, NameRules.Check(name, out _)?.Code);

    [Theory]
    [InlineData("Ada", "ADA")]
    [InlineData("Ada", "Ada.")]
    [InlineData("Ada B", "Ada - B")]
    [InlineData("Bill", "BiIl")]
    [InlineData("Al", "A1")]
    [InlineData("Bob", "B0b")]
    [InlineData("COCO", "\u0421\u041E\u0421\u041E")]
    [InlineData("\uFF21da", "Ada")]
    [InlineData("Zoe\u0308", "Zo\u00EB")]
    [InlineData("팀 ١", "팀 1")]
    [InlineData("Grace", "ɢʀᴀᴄᴇ")]
    [InlineData("Ben", "ꓐꓰꓠ")]
    [InlineData("MONA", "ⲘⲞⲚⲀ")]
    [InlineData("Mike", "ᎷᎥᏦᎬ")]
    [InlineData("Emma", "Ernma")]
    [InlineData("Owen", "Ovven")]
    [InlineData("Ian", "Lan", false)]
    [InlineData("Ada B", "AdaB", false)]
    [InlineData("Team 1", "Team 11", false)]
    [InlineData("Zoe", "Zo\u00EB")]
    [InlineData("Søren", "Soren")]
    [InlineData("Hòa", "Ho\u0300a")]
    [InlineData("김철수", "김철우", false)]
    public void NamesThatLookTheSameAreTheSame(string one, string other, bool same = true)
    {
        Assert.Equal(same, NameRules.Same(one, other));
        Assert.Equal(same, NameRules.Same(other, one));
    }

    [Fact]
    public void WhateverIsWrittenIsCheckedAndAGoodNameIsTheSameInSmallLettersAndWithSignsAround() => Written.Sample(written =>
    {
        if (NameRules.Check(written, out var name) is not null) return;
        Assert.True(name.EnumerateRunes().All(rune => rune != Rune.ReplacementChar));
        Assert.True(NameRules.Same(name, name));
        Assert.True(NameRules.Same(name, name.ToLowerInvariant()));
        Assert.True(NameRules.Same(name, $"({name})."));
        Assert.True(NameRules.Same(name, string.Concat(name.Select(letter => letter + "\u0301"))));
    });
}
