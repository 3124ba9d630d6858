using System.Text;

namespace OpsGame.Server.Packing;

/// <summary>What <see cref="PackWriter"/> wrote → values.</summary>
internal sealed class PackReader(byte[] bytes, int at, Words words)
{
    private int _at = at;

    public byte[] Rest => bytes[_at..];

    public ulong Count()
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var one = bytes[_at++];
            number |= (ulong)(one & 0x7f) << shift;
            if (one < 0x80) return number;
        }
    }

    public long Difference()
    {
        var number = Count();
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    /// <param name="most">How many bits there may be; those that are not written are not set.</param>
    public bool[] Mask(int most)
    {
        var bits = new bool[most];
        for (var from = 0; ; from += 7)
        {
            var seven = bytes[_at++];
            for (var bit = 0; bit < 7 && from + bit < most; bit++) bits[from + bit] = (seven >> bit & 1) == 1;
            if (seven < 0x80) return bits;
        }
    }

    /// <summary>As many bits as are written.</summary>
    public bool[] Mask()
    {
        var length = 7;
        for (var at = _at; bytes[at] >= 0x80; at++) length += 7;
        return Mask(length);
    }

    public string? Text()
    {
        var kind = (int)Count();
        if (kind == PackWriter.NoText) return null;
        if (kind >= PackWriter.FirstWord) return words[kind - PackWriter.FirstWord];
        var text = Letters();
        if (kind == PackWriter.NewWord) words.Learn(text);
        return text;
    }

    public string Letters()
    {
        var length = (int)Count();
        _at += length;
        return Encoding.UTF8.GetString(bytes, _at - length, length);
    }
}
