namespace OpsGame.House.Tests.Registry;

/// <summary>A kind, action, fault or metric there is, and what must be there with it.</summary>
/// <param name="Labels">Messages of the web client.</param>
/// <param name="Texts">Codes of the server's texts.</param>
/// <param name="Lines">Where the references tell of it.</param>
/// <param name="Names">A test names it by one of these: identifiers (Type.Member or Type), or words of a string.</param>
internal sealed record Registered(string Id, string[] Labels, string[] Texts, ReferenceLine[] Lines, string[] Names);

/// <summary>A line of a reference begins so and has the word.</summary>
internal sealed record ReferenceLine(string File, string Start, string Word)
{
    public bool Is(string line) => line.StartsWith(Start, StringComparison.Ordinal) && line.Split(' ', ',', '|').Contains(Word);
}
