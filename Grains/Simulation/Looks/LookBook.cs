using System.Collections.Immutable;

namespace OpsGame.Simulation.Looks;

/// <summary>Looks under way, and the team's latest findings.</summary>
internal sealed class LookBook
{
    /// <summary>With more findings the oldest is dropped.</summary>
    public const int MostFindings = 64;

    public ImmutableArray<Look> UnderWay { get; private set; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<LookFinding> Findings { get; private set; } = [];

    public Look? Find(string component, string kind)
    {
        foreach (var look in UnderWay)
            if (look.Component == component && look.Kind == kind) return look;
        return null;
    }

    public void Begin(Look look) => UnderWay = UnderWay.Add(look);

    public void BreakOff(Look look) => UnderWay = UnderWay.Remove(look);

    /// <summary>The finding is outdated, and the new value is known without another look.</summary>
    public void Correct(LookFinding known, LookFinding now) => Findings = Findings.Replace(known, now);

    public void End(Look look, LookFinding finding)
    {
        UnderWay = UnderWay.Remove(look);
        var others = Findings.RemoveAll(known => known.Component == finding.Component && known.Kind == finding.Kind);
        Findings = (others.Length < MostFindings ? others : others.RemoveAt(0)).Add(finding);
    }
}
