namespace OpsGame.Grains.Records;

/// <summary>Names an estate: its grain, its log and the clients that look at it.</summary>
public readonly record struct EstateKey(string Drill, string Team)
{
    public static EstateKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return new EstateKey(key[..slash], key[(slash + 1)..]);
    }

    public string Component(string id) => $"{Drill}/{Team}/{id}";

    public override string ToString() => $"{Drill}/{Team}";
}
