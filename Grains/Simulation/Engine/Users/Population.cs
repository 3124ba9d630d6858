using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>
/// The classes of users of a scenario, with the keys of their data and their browsers laid out one after another.
/// </summary>
internal sealed class Population
{
    private readonly Dictionary<string, int> _firstKeys = new(StringComparer.Ordinal);
    private readonly Scenario _scenario;

    public Population(Scenario scenario, ulong seed, Kernel kernel)
    {
        _scenario = scenario;
        Classes = new UserClass[scenario.Classes.Length];
        for (var index = 0; index < Classes.Length; index++)
        {
            var spec = scenario.Classes[index];
            var lower = scenario.Classes.Select(other => other.Priority).Distinct().Count(priority => priority < spec.Priority);
            Classes[index] = new UserClass(index, spec, seed, FirstKeyOf(spec), Clients, scenario.Flags, kernel.Measured)
            {
                ShedRank = 1 + lower,
                Patience = new Patience(kernel.Queue, spec, seed, index),
            };
            Clients += spec.Clients;
        }

        foreach (var users in Classes) users.Publishes = Array.Find(Classes, jobs => jobs.Spec.Id == users.Spec.Publishes);
    }

    public UserClass[] Classes { get; }

    public int Keys { get; private set; }

    public int Clients { get; }

    /// <summary>Of every class; null: not the same of all of them.</summary>
    public double? RetryBudget =>
        Array.TrueForAll(Classes, users => users.RetryBudget.Equals(Classes[0].RetryBudget)) ? Classes[0].RetryBudget : null;

    /// <summary>Of every class that tries again; null: not the same of all of them.</summary>
    public Backoff? Backoff
    {
        get
        {
            var retrying = Array.FindAll(Classes, users => users.Spec.Retry.Attempts > 1);
            return retrying.Length > 0 && Array.TrueForAll(retrying, users => users.Backoff == retrying[0].Backoff)
                ? retrying[0].Backoff
                : null;
        }
    }

    /// <summary>Bit by bit the classes that come from some sources.</summary>
    public int ClassesOf(ImmutableArray<string> sources)
    {
        var bits = 0;
        foreach (var users in Classes)
            if (sources.Contains(users.Spec.Source)) bits |= 1 << users.Index;
        return bits;
    }

    /// <summary>Classes with the same data share its keys.</summary>
    private int FirstKeyOf(ClassSpec spec)
    {
        if (_firstKeys.TryGetValue(DataOf(spec), out var known)) return known;
        var first = Keys;
        _firstKeys.Add(DataOf(spec), first);
        Keys += _scenario.Classes.Where(other => DataOf(other) == DataOf(spec)).Max(other => other.Keys);
        return first;
    }

    private static string DataOf(ClassSpec spec) => spec.Data.Length > 0 ? $"data {spec.Data}" : $"class {spec.Id}";
}
