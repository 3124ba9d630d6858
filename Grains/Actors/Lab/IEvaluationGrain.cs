using OpsGame.Grains.Contracts;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Lab;

/// <summary>
/// One evaluation, key its id: has its seeds played, keeps every run, has it played again before a board shows it.
/// </summary>
public interface IEvaluationGrain : IGrainWithStringKey
{
    /// <summary>How it stands; null: there is no such evaluation.</summary>
    Task<EvaluationNews?> Show();

    /// <summary>Goes on with what is not finished; harmless otherwise.</summary>
    Task Wake();

    /// <summary>Puts it on the board under a name once it is verified. Codes: evaluation-unknown, not-yours,
    /// evaluation-unfinished, already-submitted and those of names.</summary>
    Task<Refusal?> Submit(string token, string name);

    /// <summary>Has it played again: something about its entry is not as it was when it was verified.</summary>
    Task Doubt();
}
