using System.Reflection;
using MessagePack;
using OpsGame.Server.Wire;

namespace OpsGame.Server.TypeScript;

/// <summary>Everything that goes over the hub: its two interfaces and the records they reach.</summary>
internal static class Contract
{
    /// <summary>All operations a client can perform, in the order they are declared.</summary>
    public static IEnumerable<MethodInfo> Operations => typeof(IDrillHub).GetMethods();

    /// <summary>All messages a server can send.</summary>
    public static IEnumerable<MethodInfo> Messages => typeof(IDrillClient).GetMethods();

    /// <summary>By name.</summary>
    public static IReadOnlyList<Type> Records(WireTypes types)
    {
        var met = new HashSet<Type>();
        foreach (var method in Operations.Concat(Messages))
        {
            Meet(types.Answer(method)?.Record);
            foreach (var parameter in method.GetParameters()) Meet(types.Of(parameter).Record);
        }

        // it goes over the hub as bytes
        Meet(typeof(Frame));

        return [.. met.OrderBy(type => type.Name, StringComparer.Ordinal)];

        void Meet(Type? record)
        {
            if (record is null || !met.Add(record)) return;
            foreach (var field in Fields(record)) Meet(types.Of(field).Record);
        }
    }

    /// <summary>What of a record is sent, in its order.</summary>
    public static IEnumerable<PropertyInfo> Fields(Type record) =>
        record.GetProperties().Where(property => property.GetCustomAttribute<KeyAttribute>() is not null);
}
