using System.Globalization;

namespace OpsGame.Load.Chaos;

/// <summary>What became of one kind of trouble on one database.</summary>
internal sealed class Tally(string kind, string database)
{
    /// <summary>Faults of a sort that are told one by one; all are counted.</summary>
    private const int Told = 10;

    private readonly Lock _gate = new();
    private readonly List<double> _takeovers = [];
    private int _tried;
    private int _acknowledged;
    private int _lost;
    private int _backwards;
    private int _diverged;
    private int _stuck;

    public static string Heading =>
        $"{"",-24} {"tried",6} {"acknowledged",13} {"lost",5} {"backwards",10} {"diverged",9} {"stuck",6}  "
        + "taken over after s: min, median, max";

    public bool Clean => _lost + _backwards + _diverged + _stuck == 0;

    public string Name => $"{kind}, {database}";

    public void Tried() => Interlocked.Increment(ref _tried);

    public void Acknowledged() => Interlocked.Increment(ref _acknowledged);

    /// <summary>An acknowledged command that is not where it was acknowledged to be.</summary>
    public void Lost(string what) => Fault(ref _lost, "LOST", what);

    /// <summary>A player saw the clock go back further than it may.</summary>
    public void Backwards(string what) => Fault(ref _backwards, "BACKWARDS", what);

    /// <summary>The log does not give what was played.</summary>
    public void Diverged(string what) => Fault(ref _diverged, "DIVERGED", what);

    /// <summary>A server or a drill that did not go on at all.</summary>
    public void Stuck(string what) => Fault(ref _stuck, "STUCK", what);

    public void TakenOver(TimeSpan after)
    {
        lock (_gate) _takeovers.Add(after.TotalSeconds);
    }

    public void Say(string what) => Console.WriteLine($"{DateTime.Now:HH:mm:ss} {Name}: {what}");

    public override string ToString()
    {
        lock (_gate)
        {
            var sorted = _takeovers.Order().ToArray();
            var takeovers = sorted.Length == 0 ? "-" : string.Create(
                CultureInfo.InvariantCulture, $"{sorted[0]:0.0}, {sorted[sorted.Length / 2]:0.0}, {sorted[^1]:0.0}");
            return $"{Name,-24} {_tried,6} {_acknowledged,13} {_lost,5} {_backwards,10} {_diverged,9} {_stuck,6}  {takeovers}";
        }
    }

    private void Fault(ref int count, string kindOfFault, string what)
    {
        var number = Interlocked.Increment(ref count);
        if (number <= Told) Say($"{kindOfFault} {what}");
        if (number == Told) Say($"more of {kindOfFault} are only counted");
    }
}
