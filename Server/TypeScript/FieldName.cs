namespace OpsGame.Server.TypeScript;

internal static class FieldName
{
    /// <summary>A property's name as a key on the wire: MemoryMiB is memoryMiB.</summary>
    public static string Of(string property) => char.ToLowerInvariant(property[0]) + property[1..];
}
