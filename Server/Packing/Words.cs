namespace OpsGame.Server.Packing;

/// <summary>
/// Texts that the frames of an estate say again and again, numbered in the order they were first said. Both ends keep the same.
/// </summary>
internal sealed class Words
{
    /// <summary>What is new after so many is said in full each time: nothing grows with a drill's age.</summary>
    public const int Most = 4096;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> All => _texts;

    public string this[int number] => _texts[number];

    /// <summary>−1: it has none.</summary>
    public int NumberOf(string text) => _numbers.GetValueOrDefault(text, -1);

    /// <summary>False: there is no room for it.</summary>
    public bool Learn(string text)
    {
        if (_texts.Count == Most) return false;
        _numbers[text] = _texts.Count;
        _texts.Add(text);
        return true;
    }
}
