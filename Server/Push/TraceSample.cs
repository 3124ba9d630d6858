using System.Collections.Immutable;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Server.Push;

/// <summary>
/// The traces of a tick that clients are sent: with no more stays than a budget, whatever the traffic. They are chosen evenly,
/// and each stands for those that follow it and were not, so that the picture's flow keeps its density.
/// </summary>
internal static class TraceSample
{
    private const int Stays = 24;

    public static TraceView[] Of(ImmutableArray<Trace> ended)
    {
        var stays = ended.Sum(trace => trace.Hops.Length);
        var sent = stays <= Stays ? ended.Length : Math.Max(1, ended.Length * Stays / stays);
        var traces = new TraceView[sent];
        for (var at = 0; at < sent; at++)
        {
            var (first, next) = (at * ended.Length / sent, (at + 1) * ended.Length / sent);
            traces[at] = FeedMapper.View(ended[first]) with { Count = next - first };
        }

        return traces;
    }
}
