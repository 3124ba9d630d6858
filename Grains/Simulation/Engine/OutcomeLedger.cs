using System.Numerics;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>Finished requests by class and outcome since the ledger was last cleared (once a simulated second).</summary>
internal sealed class OutcomeLedger(int classes, int flags)
{
    private const int Kinds = 2 + CauseTable.Count;
    private readonly int[] _counts = new int[classes * Kinds];

    /// <summary>Answers within (and after) their target that went without a feature, by class and flag.</summary>
    private readonly int[] _without = new int[classes * flags * 2];

    public int Within(int index) => _counts[index * Kinds];

    public int Late(int index) => _counts[index * Kinds + 1];

    /// <summary>Answered later than four times the target.</summary>
    public int VeryLate(int index) => _counts[index * Kinds + 2];

    public int WithinWithout(int index, int flag) => _without[(index * flags + flag) * 2];

    public int LateWithout(int index, int flag) => _without[(index * flags + flag) * 2 + 1];

    public int Failed(int index, Cause cause) => _counts[index * Kinds + 2 + (int)cause];

    /// <param name="without">Bit by bit the features it went without.</param>
    public void AddAnswer(int index, long latencyNs, long targetNs, int without)
    {
        var kind = latencyNs <= targetNs ? 0 : latencyNs <= 4 * targetNs ? 1 : 2;
        _counts[index * Kinds + kind]++;
        // so late it is worth nothing with all of them
        if (kind == 2) return;
        for (; without != 0; without &= without - 1)
            _without[(index * flags + BitOperations.TrailingZeroCount(without)) * 2 + kind]++;
    }

    public void AddFailure(int index, Cause cause) => _counts[index * Kinds + 2 + (int)cause]++;

    /// <summary>All failures of a class.</summary>
    public int Failed(int index)
    {
        var sum = 0;
        for (var cause = Cause.Timeout; (int)cause < CauseTable.Count; cause++) sum += Failed(index, cause);
        return sum;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        Array.Clear(_without);
    }
}
