using System.Reflection;
using MessagePack;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.TypeScript;

/// <summary>The contract's C# types as they are on the wire. One that the client has no type for is told by its place.</summary>
internal sealed class WireTypes
{
    private static readonly WireType.Plain Text = new("string", "text");
    private static readonly WireType.Plain Number = new("number", "number");
    private static readonly WireType.Plain Bytes = new("Uint8Array", "bytes");
    private static readonly WireType.Plain Flag = new("boolean", "flag");

    private readonly NullabilityInfoContext _nullability = new();

    public WireType Of(PropertyInfo property)
    {
        var words = property.GetCustomAttribute<OneOfAttribute>()?.Words.ToArray();
        WireType number = Quantum.Of(property) is { } exact && exact != new Quantum(1, 0) ? new WireType.Counted(exact) : Number;
        var place = $"{property.DeclaringType!.Name}.{property.Name}";
        return Of(_nullability.Create(property), words is null ? Text : new WireType.OneOf(words), number, place);
    }

    public WireType Of(ParameterInfo parameter) =>
        Of(_nullability.Create(parameter), Text, Number, $"{parameter.Member.Name}({parameter.Name})");

    /// <summary>What a method answers; null: nothing.</summary>
    public WireType? Answer(MethodInfo method) => method.ReturnType == typeof(Task)
        ? null
        : Of(_nullability.Create(method.ReturnParameter).GenericTypeArguments[0], Text, Number, method.Name);

    /// <param name="text">What a text is there; number: a number.</param>
    private static WireType Of(NullabilityInfo value, WireType text, WireType number, string place)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        var described = type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => Flag,
            _ when type == typeof(int) || type == typeof(long) || type == typeof(double) => number,
            _ when type == typeof(byte[]) => Bytes,
            { IsArray: true } => new WireType.ListOf(Of(value.ElementType!, text, number, place)),
            _ when IsMap(type) => new WireType.MapOf(Of(value.GenericTypeArguments[1], text, number, place)),
            _ when IsRecord(type) => new WireType.RecordOf(type),
            _ => throw new NotSupportedException($"{place}: the web client has no type for {type}"),
        };
        return value.ReadState == NullabilityState.Nullable ? new WireType.OrNull(described) : described;
    }

    private static bool IsMap(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>)
        && type.GetGenericArguments()[0] == typeof(string);

    private static bool IsRecord(Type type) => type.GetCustomAttribute<MessagePackObjectAttribute>() is not null;
}
