using System.Reflection;
using MessagePack;
using OpsGame.Server.Wire;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Packing;

/// <summary>
/// The records of a frame → how each is packed. Read from them once; a field that cannot be packed is told by its place.
/// </summary>
internal static class Packs
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static Pack<Frame> OfFrame { get; } = (Pack<Frame>)Record(typeof(Frame));

    private static object Record(Type record)
    {
        var fields = record.GetProperties().Where(each => each.GetCustomAttribute<KeyAttribute>() is not null)
            .Select(each => FieldOf(record, each)).ToArray();
        var typed = Array.CreateInstance(typeof(Field<>).MakeGenericType(record), fields.Length);
        fields.CopyTo(typed, 0);
        return New(typeof(RecordPack<>), [record], typed);
    }

    private static object FieldOf(Type record, PropertyInfo field)
    {
        var get = Delegate.CreateDelegate(typeof(Func<,>).MakeGenericType(record, field.PropertyType), field.GetMethod!);
        return New(typeof(Field<,>), [record, field.PropertyType], get, Value(Nullability.Create(field), field));
    }

    private static object Value(NullabilityInfo value, PropertyInfo field)
    {
        var pack = Plain(value, field);
        return value.ReadState == NullabilityState.Nullable ? New(typeof(OrNullPack<>), [value.Type], pack) : pack;
    }

    private static object Plain(NullabilityInfo value, PropertyInfo field)
    {
        var type = value.Type;
        if (type == typeof(string)) return Text(field);
        if (type == typeof(bool)) return new FlagPack();
        if (type == typeof(Dictionary<string, string>)) return new MapPack();
        if (type.IsArray) return New(typeof(ListPack<>), [type.GetElementType()!], Value(value.ElementType!, field));
        if (type.GetCustomAttribute<MessagePackObjectAttribute>() is not null) return Record(type);
        if (Quantum.Of(field) is { } quantum) return New(typeof(NumberPack<>), [type], quantum);
        throw new NotSupportedException(
            $"{field.DeclaringType!.Name}.{field.Name}: how exact is it? (Exact, or a unit in its name)");
    }

    private static Pack<string> Text(PropertyInfo field) => field.GetCustomAttribute<OneOfAttribute>() is { } oneOf
        ? new OneOfPack([.. oneOf.Words])
        : new TextPack(field.GetCustomAttribute<PassingAttribute>() is not null);

    private static object New(Type generic, Type[] of, params object[] args) =>
        Activator.CreateInstance(generic.MakeGenericType(of), args)!;
}
