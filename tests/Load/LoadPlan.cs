namespace OpsGame.Load;

/// <summary>What to do to which server.</summary>
/// <param name="Mix">Estates of each scenario.</param>
/// <param name="Observers">A team; likewise Inspectors: players who look at a component's past every other second.</param>
/// <param name="ChurnEvery">How often somebody leaves a team and somebody else joins it; zero: never.</param>
/// <param name="Storm">At the end all clients break off at once and come back.</param>
/// <param name="Bare">At the end a bare hub sends the same bytes to as many clients.</param>
internal sealed record LoadPlan(
    string Url, IReadOnlyList<Share> Mix, int ClientsPerEstate, TimeSpan CommandEvery, TimeSpan Duration, TimeSpan Warmup,
    int? ServerPid, int Plans, int Observers, int Inspectors, TimeSpan ChurnEvery, bool Storm, bool Bare)
{
    public int Estates => Mix.Sum(share => share.Estates);
}

/// <summary>So many estates of a scenario.</summary>
internal sealed record Share(string Scenario, int Estates)
{
    /// <summary>
    /// "60:3,balancer-health-checks:2": a number stands for the scenario of so many components that <c>scenarios</c> writes.
    /// Null: it says something else.
    /// </summary>
    public static Share[]? Mix(string text)
    {
        var shares = new List<Share>();
        foreach (var part in text.Split(','))
        {
            if (part.Split(':') is not [var what, var count] || !int.TryParse(count, out var estates) || estates < 1) return null;
            shares.Add(new Share(int.TryParse(what, out var components) ? SizedScenario.IdOf(components) : what, estates));
        }

        return [.. shares];
    }
}
