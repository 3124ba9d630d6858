using System.Reflection;

namespace OpsGame.House.Tests.Hashes;

/// <summary>What a value holds, by reflection: its own fields and those behind its properties.</summary>
internal static class Fields
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly MethodInfo Clone =
        typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public static IEnumerable<FieldInfo> Of(Type type) =>
        type.BaseType is { } parent ? [.. Of(parent), .. type.GetFields(Own)] : type.GetFields(Own);

    /// <summary>As the source calls it: a property's field is named &lt;Property&gt;k__BackingField.</summary>
    public static string NameOf(FieldInfo field) => field.Name.Split('<', '>') is [_, var property, _] ? property : field.Name;

    /// <summary>A reference the source declares with a question mark.</summary>
    public static bool MayBeNull(FieldInfo field) =>
        !field.FieldType.IsValueType && new NullabilityInfoContext().Create(field).ReadState == NullabilityState.Nullable;

    /// <summary>A copy with one field changed.</summary>
    public static object With(object value, FieldInfo field, object? changed)
    {
        var copy = Clone.Invoke(value, [])!;
        field.SetValue(copy, changed);
        return copy;
    }
}
