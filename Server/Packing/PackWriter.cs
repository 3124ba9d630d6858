using System.Text;

namespace OpsGame.Server.Packing;

/// <summary>Values → bytes: everything is a number of seven bits a byte, the lowest first, or the letters of a text.</summary>
/// <param name="learns">New words get numbers (a delta); else they are said in full (a full frame, after its list).</param>
internal sealed class PackWriter(Words words, bool learns)
{
    /// <summary>What stands before a text; a word's number follows on these.</summary>
    public const int NoText = 0, NewWord = 1, Passing = 2, FirstWord = 3;

    private byte[] _bytes = new byte[1024];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public int Length => _length;

    public void Count(ulong number)
    {
        for (; number > 0x7f; number >>= 7) Byte((byte)(number | 0x80));
        Byte((byte)number);
    }

    /// <summary>0, −1, 1, −2, 2 … are 0, 1, 2, 3, 4 …</summary>
    public void Difference(long difference) => Count((ulong)((difference << 1) ^ (difference >> 63)));

    /// <summary>Bits, seven a byte, up to the last that is set.</summary>
    public void Mask(ReadOnlySpan<bool> bits)
    {
        var last = bits.LastIndexOf(true);
        var at = 0;
        do
        {
            var seven = 0;
            for (var bit = 0; bit < 7 && at + bit <= last; bit++) seven |= bits[at + bit] ? 1 << bit : 0;
            at += 7;
            Byte((byte)(at <= last ? seven | 0x80 : seven));
        }
        while (at <= last);
    }

    /// <param name="passing">It gets no number, but one it has is used.</param>
    public void Text(string? text, bool passing)
    {
        if (text is null)
        {
            Count(NoText);
            return;
        }

        var number = words.NumberOf(text);
        if (number >= 0)
        {
            Count((ulong)(number + FirstWord));
            return;
        }

        Count(learns && !passing && words.Learn(text) ? NewWord : (ulong)Passing);
        Letters(text);
    }

    public void Letters(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Count((ulong)length);
        Room(length);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    public void Byte(byte one)
    {
        Room(1);
        _bytes[_length++] = one;
    }

    private void Room(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_length + more, 2 * _bytes.Length));
    }
}
