using System.Reflection;
using OpsGame.House.Tests.Ceilings;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.House.Tests.Hashes;

/// <summary>Equal hashes mean equal histories: all that a state holds reaches the hash, by AddTo(ref StateHash).</summary>
internal static class States
{
    private const BindingFlags Any =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Whatever some rule answers with the outcome of.</summary>
    public static IReadOnlyList<Type> In(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           from method in type.GetMethods(Any)
           let answer = method.ReturnType
           where answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Outcome<>)
           let state = answer.GetGenericArguments()[0]
           where !state.IsGenericParameter
           group state by state into states
           orderby states.Key.Name
           select states.Key,
    ];

    public static IReadOnlyList<Finding> WithoutHash(IEnumerable<Type> states) =>
        [.. from state in states where AddToOf(state) is null select new Finding(0, $"{state.Name} has no AddTo(ref StateHash)")];

    /// <summary>Of those that have the method: places where a change does not change the hash.</summary>
    public static IReadOnlyList<Finding> Unhashed(IEnumerable<Type> states) =>
    [
        .. from state in states
           where AddToOf(state) is not null
           let before = HashOf(Values.Of(state))
           from change in Values.Changes(state)
           where HashOf(change.Changed!) == before
           select new Finding(0, $"{state.Name}{change.Place} does not reach the hash"),
    ];

    private static ulong HashOf(object state)
    {
        var arguments = new object[] { new StateHash(1) };
        AddToOf(state.GetType())!.Invoke(state, arguments);
        return ((StateHash)arguments[0]).Value;
    }

    private static MethodInfo? AddToOf(Type state) => state.GetMethod("AddTo", Any, [typeof(StateHash).MakeByRefType()]);
}
