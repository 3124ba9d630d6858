using System.Reflection;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Estates;

namespace OpsGame.Grains.Tests.Components;

/// <summary>What grains exchange arrives whole at another server: Orleans leaves out what has no id, without a word.</summary>
public sealed class SerializedTests
{
    private static readonly Type[] Sent =
    [
        .. new[] { typeof(World).Assembly, typeof(EstateKey).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null),
    ];

    [Fact]
    public void EveryPropertyIsSent()
    {
        Assert.True(Sent.Length > 100, $"only {Sent.Length} types are sent");
        Assert.Empty(Sent.SelectMany(Settable).Where(property => property.GetCustomAttribute<IdAttribute>() is null)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"));
    }

    [Fact]
    public void WhateverIsPartOfSomethingSentCanBeSent() =>
        Assert.Empty(Sent.SelectMany(type =>
            Parts(type).Where(part => !CanBeSent(part)).Select(part => $"{type.Name}: {part.Name}")));

    /// <summary>Beside what its first constructor takes, which has ids of its own.</summary>
    private static IEnumerable<PropertyInfo> Settable(Type type)
    {
        var taken = type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite && !taken.Contains(property.Name));
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite).SelectMany(property => Simple(property.PropertyType));

    /// <summary>A list's entries, a nullable's value, and so on.</summary>
    private static IEnumerable<Type> Simple(Type type) =>
        type.IsArray ? Simple(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Simple)
        : [type];

    private static bool CanBeSent(Type type) =>
        type.IsEnum || type.IsGenericParameter || !type.Namespace!.StartsWith(nameof(OpsGame), StringComparison.Ordinal)
        || type.IsInterface || type.IsAbstract || type.GetCustomAttribute<GenerateSerializerAttribute>() is not null;
}
