using OpsGame.Grains.Records;

namespace OpsGame.Server.Verification;

/// <summary>An entry of a board that can be played again.</summary>
internal interface IEntry
{
    string Engine { get; }

    /// <summary>Null: it comes out equal, to the digit.</summary>
    /// <exception cref="Formats.ScenarioException">Its scenario or plan is none.</exception>
    Difference? Verify(CancellationToken stop);
}
