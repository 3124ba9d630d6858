using Microsoft.Extensions.Configuration;
using Npgsql;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Tests.Hosting;

public sealed class PlacesTests
{
    [Theory]
    [InlineData("Host=db", 30)]
    [InlineData("Host=db;MaxPoolSize=100", 100)]
    public void AServerTakesItsShareOfConnectionsUnlessToldOtherwise(string setting, int connections) =>
        Assert.Equal(connections, new NpgsqlConnectionStringBuilder(Of(setting).Postgres).MaxPoolSize);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Database=game")]
    [InlineData("Host=db;Port=many")]
    public void AnInvalidConnectionStringIsReportedByTheSettingsName(string setting) =>
        Assert.StartsWith("Storage:Postgres is no connection string", Assert.Throws<SettingException>(() => Of(setting)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void WithoutASettingTheDataIsInAFileBesideTheProgram() =>
        Assert.Equal(new Places(Path.GetFullPath("/game/data/opsgame.db")), Of(null));

    private static Places Of(string? postgres) => Places.Of(
        new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Postgres", postgres)]).Build(), "/game");
}
