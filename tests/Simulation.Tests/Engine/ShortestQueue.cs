namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// n servers with exponential work (mean 1), Poisson arrivals, each going to the shortest of d queues drawn at random: the Markov
/// chain of the sorted queue lengths, solved by iterating its uniformised transition matrix. d = n: join the shortest queue.
/// </summary>
internal static class ShortestQueue
{
    /// <summary>
    /// Mean sojourn in service times. Rate: of each server's share of arrivals, below 1. Longest: a queue no longer matters.
    /// </summary>
    public static double MeanSojourn(int servers, int choices, double rate, int longest)
    {
        var states = Sorted(servers, longest).ToArray();
        var index = states.Select((state, at) => (Key(state), at)).ToDictionary(pair => pair.Item1, pair => pair.at);
        var (all, moves) = (rate * servers + servers, new List<(int From, int To, double Chance)>());
        for (var from = 0; from < states.Length; from++)
        {
            for (var server = 0; server < servers; server++)
            {
                moves.Add((from, To(states[from], server, +1), rate * servers / all * Chosen(server)));
                moves.Add((from, To(states[from], server, -1), 1 / all));
            }
        }

        var steps = moves.ToArray();
        var now = new double[states.Length];
        now[0] = 1;
        while (true)
        {
            var next = new double[states.Length];
            foreach (var (from, to, chance) in steps) next[to] += now[from] * chance;
            double moved = 0;
            for (var at = 0; at < next.Length; at++) moved += Math.Abs(next[at] - now[at]);
            now = next;
            if (moved < 1e-10) break;
        }

        // Little's law on the whole
        return states.Select((state, at) => now[at] * state.Sum()).Sum() / (rate * servers);

        // shortest first: the k-th is taken when it is drawn and none before it is
        double Chosen(int server) => (Subsets(servers - server) - Subsets(servers - server - 1)) / Subsets(servers);

        double Subsets(int of)
        {
            var count = 1.0;
            for (var n = 0; n < choices; n++) count *= Math.Max(0, of - n) / (double)(n + 1);
            return count;
        }

        int To(int[] state, int server, int by)
        {
            var changed = (int[])state.Clone();
            changed[server] = Math.Clamp(changed[server] + by, 0, longest);
            Array.Sort(changed);
            return index[Key(changed)];
        }

        long Key(int[] state) => state.Aggregate(0L, (key, length) => key * (longest + 1) + length);
    }

    private static IEnumerable<int[]> Sorted(int servers, int longest, int from = 0)
    {
        if (servers == 0) return [[]];
        return Enumerable.Range(from, longest - from + 1)
            .SelectMany(first => Sorted(servers - 1, longest, first).Select(rest => (int[])[first, .. rest]));
    }
}
