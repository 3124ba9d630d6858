using OpsGame.Simulation.Looks;

namespace OpsGame.Simulation.Tests.Looks;

internal static class Looking
{
    /// <summary>Looks, waits, and tells what was found.</summary>
    public static LookFinding Looked(Play play, string action, string target)
    {
        play.Do(action, target).Pass(LookSpec.Find(action)!.IdleNs / 1e9);
        while (play.World.Last.Looks.Any(look => look.Component == target && look.Kind == action)) play.Pass(0.25);
        return play.World.Last.Findings.Single(finding => finding.Component == target && finding.Kind == action);
    }
}
