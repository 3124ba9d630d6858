using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MessagePack;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Wire;

/// <summary>
/// The bytes of every message, as they stand in Golden/*.msgpack with a readable *.json beside them, and what type each is in
/// types.json; the web client's tests read the same files. To change the contract on purpose, run once with GOLDEN=write and
/// review what changed.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "Golden");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly bool Writes = Environment.GetEnvironmentVariable("GOLDEN") == "write";

    public static TheoryData<string> Names => [.. Samples.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void AMessageHasItsGoldenBytes(string name)
    {
        var bytes = MessagePackSerializer.Serialize(
            Samples.All[name].GetType(), Samples.All[name], WireProtocol.Options, TestContext.Current.CancellationToken);
        var file = Path.Combine(Folder, name + ".msgpack");
        if (Writes)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(file, bytes);
            File.WriteAllText(Path.ChangeExtension(file, ".json"),
                MessagePackSerializer.ConvertToJson(bytes, WireProtocol.Options, TestContext.Current.CancellationToken) + "\n");
        }

        Assert.Equal(File.ReadAllBytes(file), bytes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GoldenBytesAreReadBackWhole(string name)
    {
        var type = Samples.All[name].GetType();
        var read = MessagePackSerializer.Deserialize(type, File.ReadAllBytes(Path.Combine(Folder, name + ".msgpack")),
            WireProtocol.Options, TestContext.Current.CancellationToken);
        Assert.Equal(
            MessagePackSerializer.SerializeToJson(Samples.All[name], WireProtocol.Options, TestContext.Current.CancellationToken),
            MessagePackSerializer.SerializeToJson(read, WireProtocol.Options, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void TheTypeOfEveryGoldenMessageIsKnown()
    {
        var types = Samples.All.OrderBy(sample => sample.Key, StringComparer.Ordinal)
            .ToDictionary(sample => sample.Key, sample => sample.Value.GetType().Name);
        var text = JsonSerializer.Serialize(types, Indented) + "\n";
        var file = Path.Combine(Folder, "types.json");
        if (Writes) File.WriteAllText(file, text);
        Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact]
    public void EveryRecordOfTheContractIsInASample()
    {
        var contract = typeof(Frame).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<MessagePackObjectAttribute>() is not null).ToHashSet();
        var met = new HashSet<Type>();
        foreach (var sample in Samples.All.Values.Append(Samples.Frame)) Meet(sample, met);
        Assert.Empty(contract.Except(met).Select(type => type.Name));
    }

    [Fact]
    public void EveryKeyIsThePropertysNameInCamelCase()
    {
        var keys = typeof(Frame).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<MessagePackObjectAttribute>() is not null)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance));
        Assert.All(keys, property => Assert.Equal(
            char.ToLowerInvariant(property.Name[0]) + property.Name[1..],
            property.GetCustomAttribute<KeyAttribute>()?.StringKey));
    }

    private static void Meet(object? value, HashSet<Type> met)
    {
        if (value is null or string) return;
        if (value is System.Collections.IEnumerable many)
        {
            foreach (var each in many) Meet(each, met);
            return;
        }

        if (value.GetType().GetCustomAttribute<MessagePackObjectAttribute>() is null) return;
        met.Add(value.GetType());
        foreach (var property in value.GetType().GetProperties()) Meet(property.GetValue(value), met);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
