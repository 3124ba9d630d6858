using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsGame.Server.Storage;

/// <summary>How records are written into the database.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is null.");

    public static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);

    public static ulong Hash(string hex) => ulong.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
