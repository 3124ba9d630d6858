using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using MessagePack;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Tests.Wire;

/// <summary>Texts of messages that are none of the words their record promises the client.</summary>
internal static class Wording
{
    private static readonly ConcurrentDictionary<PropertyInfo, string[]?> Promised = new();

    /// <summary>Empty where a message keeps what its records promise.</summary>
    public static IEnumerable<string> Broken(object? message) => message switch
    {
        null or string => [],
        IEnumerable many => many.Cast<object?>().SelectMany(Broken),
        _ when message.GetType().GetCustomAttribute<MessagePackObjectAttribute>() is null => [],
        _ => message.GetType().GetProperties().SelectMany(field => Broken(field, field.GetValue(message))),
    };

    private static IEnumerable<string> Broken(PropertyInfo field, object? value)
    {
        var promised = Promised.GetOrAdd(field, each => each.GetCustomAttribute<OneOfAttribute>()?.Words.ToArray());
        if (promised is null) return Broken(value);
        var said = value switch { null => [], string word => [word], _ => (IEnumerable<string>)value };
        return said.Except(promised).Select(word => $"{field.DeclaringType!.Name}.{field.Name}: {word}");
    }
}
