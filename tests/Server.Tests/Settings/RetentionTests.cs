using Microsoft.Extensions.Configuration;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Tests.Settings;

public sealed class RetentionTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("90m", 5_400)]
    [InlineData("24h", 86_400)]
    [InlineData("30d", 2_592_000)]
    public void DrillsAreKeptForANumberWithItsUnit(string setting, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Of(setting).KeepFor);

    [Fact]
    public void WithoutASettingTheyAreKept() => Assert.Null(Of(null).KeepFor);

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("30")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("1w")]
    [InlineData("36501d")]
    public void WhatSaysNoTimeIsReportedByTheSettingsName(string setting) => Assert.StartsWith(
        "Drills:KeepFor is a whole number", Assert.Throws<SettingException>(() => Of(setting)).Message, StringComparison.Ordinal);

    private static Retention Of(string? setting) =>
        Retention.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Drills:KeepFor", setting)]).Build());
}
