using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Caches;

/// <summary>
/// Asks for the most popular keys of some classes, one after another; which is next follows from how often users read it.
/// </summary>
internal sealed class WarmUp(UserClass[] classes, int keys, int perSecond, int number, long startNs)
{
    private readonly int[] _next = new int[classes.Length];
    private readonly double[] _reads = [.. classes.Select(users => users.ReadsOf(0))];
    private int _asked;

    /// <summary>The how manieth of its cache it is.</summary>
    public int Number { get; } = number;

    /// <summary>Keys still to ask for.</summary>
    public int Left { get; private set; } = keys;

    /// <summary>Asked for, and not answered.</summary>
    public int UnderWay { get; private set; }

    public int Loaded { get; private set; }

    public int Failed { get; private set; }

    /// <summary>When the next key is due.</summary>
    public long DueNs => startNs + _asked * Nanoseconds.PerSecond / perSecond;

    /// <summary>The next key and the class to ask for it as; null: there is none any more.</summary>
    public (UserClass Users, int Key)? Next()
    {
        while (Left > 0)
        {
            var best = -1;
            for (var index = 0; index < classes.Length; index++)
                if (_next[index] < classes[index].Spec.Keys && (best < 0 || _reads[index] > _reads[best])) best = index;
            if (best < 0)
            {
                Left = 0;
                break;
            }

            var (users, rank) = (classes[best], _next[best]++);
            if (_next[best] < users.Spec.Keys) _reads[best] = users.ReadsOf(_next[best]);
            if (IsAsked(best, rank)) continue;
            Left--;
            _asked++;
            UnderWay++;
            return (users, users.FirstKey + rank);
        }

        return null;
    }

    public void Answered(bool failed)
    {
        UnderWay--;
        if (failed) Failed++;
        else Loaded++;
    }

    public void Stop() => Left = 0;

    public void AddTo(ref StateHash hash)
    {
        hash.Add((long)Left);
        hash.Add((long)Loaded);
        hash.Add((long)Failed);
    }

    /// <summary>As another class with the same data.</summary>
    private bool IsAsked(int by, int rank)
    {
        for (var index = 0; index < classes.Length; index++)
            if (index != by && classes[index].FirstKey == classes[by].FirstKey && _next[index] > rank) return true;
        return false;
    }
}
