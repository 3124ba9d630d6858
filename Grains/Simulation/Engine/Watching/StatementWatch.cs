using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;

namespace OpsGame.Simulation.Engine.Watching;

/// <summary>What the database's calls take, by class and whether they write, while somebody watches.</summary>
internal sealed class StatementWatch(int classes, long sinceNs)
{
    private readonly Sum[] _sums = new Sum[2 * classes];

    public void Ended(int users, bool write, in Stay stay, long now)
    {
        ref var sum = ref _sums[Index(users, write)];
        var took = now - stay.In;
        sum.Calls++;
        sum.TookNs += took;
        sum.WaitNs += stay.Start < 0 ? took : stay.Start - stay.In;
        sum.Meets(took, now - Math.Max(stay.In, sinceNs));
    }

    public void Running(int users, bool write, in Stay stay, long now)
    {
        ref var sum = ref _sums[Index(users, write)];
        sum.Running++;
        sum.Meets(now - stay.In, now - Math.Max(stay.In, sinceNs));
    }

    /// <summary>The most time first.</summary>
    public ImmutableArray<StatementLine> Lines(IReadOnlyList<ClassSpec> users)
    {
        var all = Math.Max(1, _sums.Sum(sum => sum.InsideNs));
        return
        [
            .. _sums.Index().Where(each => each.Item.Calls + each.Item.Running > 0)
                .OrderByDescending(each => each.Item.InsideNs).ThenBy(each => each.Index)
                .Select(each => new StatementLine(
                    users[each.Index / 2].Id, each.Index % 2 == 1, each.Item.Calls, each.Item.Running,
                    each.Item.TookNs / Math.Max(1, each.Item.Calls), each.Item.WaitNs / Math.Max(1, each.Item.Calls),
                    each.Item.MaxNs, each.Item.InsideNs / (double)all)),
        ];
    }

    private static int Index(int users, bool write) => (2 * users) + (write ? 1 : 0);

    private struct Sum
    {
        public long Calls;
        public int Running;
        public long TookNs;
        public long WaitNs;
        public long MaxNs;

        /// <summary>Time inside while it was watched.</summary>
        public long InsideNs;

        public void Meets(long tookNs, long insideNs)
        {
            MaxNs = Math.Max(MaxNs, tookNs);
            InsideNs += insideNs;
        }
    }
}
