using System.Numerics;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Packing;

/// <summary>A number: the difference of the codes.</summary>
internal sealed class NumberPack<T>(Quantum quantum) : Pack<T>
    where T : struct, INumber<T>
{
    public override T Nothing => T.Zero;

    public override bool Same(T before, T now) => before == now || Code(before) == Code(now);

    public override void Write(PackWriter to, T before, T now) => to.Difference(Code(now) - Code(before));

    public override T Read(PackReader from, T before) => T.CreateChecked(quantum.Number(Code(before) + from.Difference()));

    private long Code(T number) => quantum.Code(double.CreateChecked(number));
}

/// <summary>A flag that changed is the other one: it needs no byte of its own.</summary>
internal sealed class FlagPack : Pack<bool>
{
    public override bool Nothing => false;

    public override bool Same(bool before, bool now) => before == now;

    public override void Write(PackWriter to, bool before, bool now)
    {
    }

    public override bool Read(PackReader from, bool before) => !before;
}

internal sealed class TextPack(bool passing) : Pack<string>
{
    public override string Nothing => "";

    public override bool Same(string before, string now) => string.Equals(before, now, StringComparison.Ordinal);

    public override void Write(PackWriter to, string before, string now) => to.Text(now, passing);

    public override string Read(PackReader from, string before) => from.Text()!;
}

/// <summary>One of a few words: its place among them.</summary>
internal sealed class OneOfPack(string[] words) : Pack<string>
{
    public override string Nothing => words[0];

    public override bool Same(string before, string now) => string.Equals(before, now, StringComparison.Ordinal);

    public override void Write(PackWriter to, string before, string now)
    {
        var place = Array.IndexOf(words, now);
        if (place < 0) throw new InvalidOperationException($"{now} is none of {string.Join(", ", words)}");
        to.Count((ulong)place);
    }

    public override string Read(PackReader from, string before) => words[(int)from.Count()];
}

/// <summary>0: it is null; 1: what changed in it follows.</summary>
internal sealed class OrNullPack<T>(Pack<T> value) : Pack<T?>
    where T : class
{
    public override T? Nothing => null;

    public override bool Same(T? before, T? now) =>
        before is null || now is null ? before is null && now is null : value.Same(before, now);

    public override void Write(PackWriter to, T? before, T? now)
    {
        to.Byte(now is null ? (byte)0 : (byte)1);
        if (now is not null) value.Write(to, before ?? value.Nothing, now);
    }

    public override T? Read(PackReader from, T? before) => from.Count() == 0 ? null : value.Read(from, before ?? value.Nothing);
}

/// <summary>Names and texts, whole; only undo has one, and it is seldom told.</summary>
internal sealed class MapPack : Pack<Dictionary<string, string>>
{
    public override Dictionary<string, string> Nothing { get; } = [];

    public override bool Same(Dictionary<string, string> before, Dictionary<string, string> now) =>
        before.Count == now.Count && before.All(pair => now.TryGetValue(pair.Key, out var value) && value == pair.Value);

    public override void Write(PackWriter to, Dictionary<string, string> before, Dictionary<string, string> now)
    {
        to.Count((ulong)now.Count);
        foreach (var (name, value) in now)
        {
            to.Text(name, passing: false);
            to.Text(value, passing: true);
        }
    }

    public override Dictionary<string, string> Read(PackReader from, Dictionary<string, string> before)
    {
        var map = new Dictionary<string, string>();
        for (var left = from.Count(); left > 0; left--)
        {
            var name = from.Text()!;
            map[name] = from.Text()!;
        }

        return map;
    }
}
