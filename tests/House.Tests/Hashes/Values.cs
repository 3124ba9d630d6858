using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;

namespace OpsGame.House.Tests.Hashes;

/// <summary>Values of any type a state is made of: one to begin with, and those that differ from it in one place.</summary>
internal static class Values
{
    private static readonly MethodInfo AsList =
        typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray))!;

    /// <summary>Every number 1, every list with one entry, nothing null.</summary>
    /// <exception cref="NotSupportedException">Nothing is known of such a type; it must be said here.</exception>
    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } present) return Of(present);
        if (type == typeof(string)) return "a";
        if (type == typeof(bool)) return false;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsPrimitive) return Convert.ChangeType(1, type, null);
        if (EntryOf(type) is { } entry) return ListOf(entry, Of(entry));
        var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length)
            ?? throw new NotSupportedException($"{type} cannot be made");
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }

    /// <summary>Of that value: every one that differs in one place, and the place: ".Size.Cores", ".Ports[].Number".</summary>
    public static IEnumerable<(string Place, object? Changed)> Changes(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } present) return [(" null", null), .. Changes(present)];
        if (type == typeof(string)) return [("", "b")];
        if (type == typeof(bool)) return [("", true)];
        if (type.IsEnum) return [("", Enum.GetValues(type).GetValue(1))];
        if (type.IsPrimitive) return [("", Convert.ChangeType(2, type, null))];
        if (EntryOf(type) is not { } entry) return Fields.Of(type).SelectMany(field => ChangesOf(field, type));
        var entries = Changes(entry).Select(change => ("[]" + change.Place, (object?)ListOf(entry, change.Changed)));
        return [("[] longer", ListOf(entry, Of(entry), Of(entry))), .. entries];
    }

    private static IEnumerable<(string, object?)> ChangesOf(FieldInfo field, Type type)
    {
        var changes = Changes(field.FieldType);
        if (Fields.MayBeNull(field)) changes = changes.Prepend((" null", null));
        return
            from change in changes
            select ($".{Fields.NameOf(field)}{change.Place}", (object?)Fields.With(Of(type), field, change.Changed));
    }

    private static Type? EntryOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null;

    private static object ListOf(Type entry, params object?[] entries)
    {
        var array = Array.CreateInstance(entry, entries.Length);
        entries.CopyTo(array, 0);
        return AsList.MakeGenericMethod(entry).Invoke(null, [array])!;
    }
}
