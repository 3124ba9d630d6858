namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Closed formulas of queueing theory, written down once. Rates a second, times in seconds.</summary>
internal static class Formulas
{
    /// <summary>The chance to wait in M/M/c (Erlang C).</summary>
    public static double ErlangC(int servers, double load)
    {
        var blocked = 1.0;
        for (var n = 1; n <= servers; n++) blocked = load * blocked / (n + load * blocked);
        return blocked / (1 - load / servers * (1 - blocked));
    }

    /// <summary>P(sojourn &gt; t) in M/M/c: an exponential wait with probability C, then exponential work.</summary>
    public static double SojournTail(int servers, double rate, double workRate, double time)
    {
        var waits = ErlangC(servers, rate / workRate);
        var drain = servers * workRate - rate;
        var both = (drain * Math.Exp(-workRate * time) - workRate * Math.Exp(-drain * time)) / (drain - workRate);
        return (1 - waits) * Math.Exp(-workRate * time) + waits * both;
    }

    /// <summary>The t where the tail P(X &gt; t) has fallen to 1 − share.</summary>
    public static double Quantile(Func<double, double> tail, double share) => Root(time => tail(time) - (1 - share));

    /// <summary>Where a falling function crosses 0, from 0 on.</summary>
    private static double Root(Func<double, double> falling)
    {
        double low = 0, high = 1e-6;
        while (falling(high) > 0) high *= 2;
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            if (falling(middle) > 0) low = middle;
            else high = middle;
        }

        return low;
    }

    /// <summary>Mean wait of M/G/1 (Pollaczek 1930, Khinchine 1932).</summary>
    public static double PollaczekKhinchine(double rate, double mean, double scv) =>
        rate * mean * mean * (1 + scv) / 2 / (1 - rate * mean);

    /// <summary>P(wait &gt; t) of M/D/1, in the form of Franx (2001) whose terms are all positive; loads up to 0.95.</summary>
    public static double FixedWorkWaitTail(double rate, double work, double time)
    {
        var ends = (int)(time / work) + 1;
        var waiting = FixedWorkStates(rate * work, ends + 1);
        double below = 0, term = 1;
        for (var j = 0; j < ends; j++)
        {
            // at most m wait where at most m + 1 are inside
            below += term * waiting[..(ends - j + 1)].Sum();
            term *= rate * (ends * work - time) / (j + 1);
        }

        return 1 - Math.Exp(-rate * (ends * work - time)) * below;
    }

    /// <summary>Chances that n are inside M/D/1: the chain seen by leaving customers.</summary>
    private static double[] FixedWorkStates(double load, int count)
    {
        var arrive = new double[count + 1];
        arrive[0] = Math.Exp(-load);
        for (var n = 1; n <= count; n++) arrive[n] = arrive[n - 1] * load / n;
        var states = new double[count];
        states[0] = 1 - load;
        for (var n = 0; n + 1 < count; n++)
        {
            var left = states[n] - states[0] * arrive[n];
            for (var from = 1; from <= n; from++) left -= states[from] * arrive[n + 1 - from];
            states[n + 1] = left / arrive[0];
        }

        return states;
    }

    /// <summary>Probabilities of n = 0…K in M/M/c/K.</summary>
    public static double[] BoundedStates(int servers, int places, double rate, double workRate)
    {
        var states = new double[places + 1];
        states[0] = 1;
        for (var n = 1; n <= places; n++) states[n] = states[n - 1] * rate / (Math.Min(n, servers) * workRate);
        var sum = states.Sum();
        return [.. states.Select(state => state / sum)];
    }

    /// <summary>
    /// M/M/c whose waiting customers leave after a fixed patience τ (Barrer 1957; Baccelli and Hebuterne 1981): share lost, and
    /// mean wait of those served. The virtual wait has density λ·p(c−1)·e^((λ−cμ)v) up to τ, and falls by e^(−cμ v) beyond.
    /// </summary>
    public static (double Lost, double MeanWait) Impatient(int servers, double rate, double workRate, double patience)
    {
        double free = 0, term = 1;
        for (var n = 0; n < servers; n++)
        {
            free += term;
            if (n < servers - 1) term *= rate / workRate / (n + 1);
        }

        var (first, fall) = (rate * term, servers * workRate - rate);
        var atPatience = first * Math.Exp(-fall * patience);
        var within = fall == 0 ? first * patience : (first - atPatience) / fall;
        var waited = fall == 0
            ? first * patience * patience / 2
            : (within - atPatience * patience) / fall;
        var beyond = atPatience / (servers * workRate);
        var all = free + within + beyond;
        return (beyond / all, waited / (free + within));
    }

    /// <summary>The chance that all n of M/M/n/n are busy (Erlang B).</summary>
    public static double ErlangB(int servers, double load) => BoundedStates(servers, servers, load, 1)[^1];

    /// <summary>
    /// M/M/c whose waiting customers leave at the rate θ each (Palm 1957, Erlang-A): share that leaves. With inService the ones
    /// that are served leave just so.
    /// </summary>
    public static double Abandoned(int servers, double rate, double workRate, double leaveRate, bool inService = false)
    {
        double all = 0, leaving = 0, term = 1;
        for (var n = 0; n < 10_000; n++)
        {
            var impatient = inService ? n : Math.Max(0, n - servers);
            all += term;
            leaving += term * impatient;
            var next = n + 1;
            term *= rate / (Math.Min(next, servers) * workRate + (inService ? next : Math.Max(0, next - servers)) * leaveRate);
        }

        return leaveRate * leaving / all / rate;
    }

    /// <summary>P(A + B &gt; t) of two independent exponential times with these means.</summary>
    public static double SumTail(double a, double b, double time) =>
        (a * Math.Exp(-time / a) - b * Math.Exp(-time / b)) / (a - b);

    /// <summary>
    /// GI/M/1 with Erlang-n arrivals, which is what one of n servers sees of Poisson arrivals dealt in turn: mean sojourn.
    /// </summary>
    public static double DealtInTurn(int servers, double rate, double workRate)
    {
        var sigma = 0.5;
        for (var step = 0; step < 10_000; step++) sigma = Math.Pow(rate / (rate + workRate * (1 - sigma)), servers);
        return 1 / (workRate * (1 - sigma));
    }

    /// <summary>Repairs a second: N machines that run for a while and then need the one repairman.</summary>
    public static double Repairs(int machines, double run, double repair)
    {
        double sum = 0, term = 1;
        for (var down = 0; down <= machines; down++)
        {
            sum += term;
            term *= (machines - down) * (repair / run);
        }

        return (1 - 1 / sum) / repair;
    }

    /// <summary>Popularity of keys by rank (Zipf).</summary>
    public static double[] Popularity(int keys, double exponent)
    {
        var weights = Enumerable.Range(1, keys).Select(rank => Math.Pow(rank, -exponent)).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>Hit ratio of an LRU cache (Che, Tung, Wang 2002): t solves Σ (1 − e^(−p t)) = capacity, in requests.</summary>
    public static double Che(double[] popularity, int capacity)
    {
        var t = Root(time => capacity - popularity.Sum(p => 1 - Math.Exp(-p * time)));
        return popularity.Sum(p => p * (1 - Math.Exp(-p * t)));
    }

    /// <summary>
    /// M/M(1,b)/1: a server that takes all who wait, at most b of them, and is done with them together (Gross &amp; Harris,
    /// Fundamentals of Queueing Theory, 3.2). Mean wait until work begins, s.
    /// </summary>
    public static double BatchWait(double rate, double workRate, int most)
    {
        var ratio = 0.5;
        for (var step = 0; step < 10_000; step++) ratio = (rate + workRate * Math.Pow(ratio, most + 1)) / (rate + workRate);
        var none = 1 / (workRate / rate + 1 / (1 - ratio));
        return none * ratio / ((1 - ratio) * (1 - ratio)) / rate;
    }

    /// <summary>
    /// Deliveries of a message where a worker is always free, work is exponential, and whoever is not done within the visibility
    /// timeout has company: the k-th comes if none of the k before it is done by then, e^(−vk(k+1)/2s) (k from 0).
    /// </summary>
    public static double Deliveries(double visibility, double work)
    {
        var sum = 0.0;
        for (var k = 0; k < 100; k++) sum += Math.Exp(-visibility * k * (k + 1) / 2 / work);
        return sum;
    }
}
