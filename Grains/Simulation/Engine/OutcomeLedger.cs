namespace OpsGame.Simulation.Engine;

/// <summary>Finished requests by class and outcome since the ledger was last cleared (once a simulated second).</summary>
internal sealed class OutcomeLedger(int classes)
{
    private const int Kinds = 3 + (int)Cause.Shed;
    private readonly int[] _counts = new int[classes * Kinds];

    public int Within(int index) => _counts[index * Kinds];

    public int Late(int index) => _counts[index * Kinds + 1];

    /// <summary>Answered later than four times the target.</summary>
    public int VeryLate(int index) => _counts[index * Kinds + 2];

    public int Failed(int index, Cause cause) => _counts[index * Kinds + 2 + (int)cause];

    public void AddAnswer(int index, long latencyNs, long targetNs) =>
        _counts[index * Kinds + (latencyNs <= targetNs ? 0 : latencyNs <= 4 * targetNs ? 1 : 2)]++;

    public void AddFailure(int index, Cause cause) => _counts[index * Kinds + 2 + (int)cause]++;

    /// <summary>All failures of a class.</summary>
    public int Failed(int index)
    {
        var sum = 0;
        for (var cause = Cause.Timeout; cause <= Cause.Shed; cause++) sum += Failed(index, cause);
        return sum;
    }

    public void Clear() => Array.Clear(_counts);
}
