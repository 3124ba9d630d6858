using System.Security.Cryptography;
using System.Text;

namespace OpsGame.Server.TypeScript;

/// <summary>
/// The contract's version: other records, fields, words or calls are another one. Clients say theirs when they connect; it is
/// written for the web client with its types.
/// </summary>
internal static class WireVersion
{
    /// <summary>Of packed frames; raised by hand when the same records are packed otherwise.</summary>
    private const string Packing = "1";

    public static string Now { get; } = Of(new WireTypes());

    private static string Of(WireTypes types)
    {
        var text = new StringBuilder(Packing);
        foreach (var record in Contract.Records(types))
            foreach (var field in Contract.Fields(record))
                text.Append(record.Name).Append('.').Append(field.Name).Append(':').AppendLine(types.Of(field).Shape);
        foreach (var method in Contract.Operations.Concat(Contract.Messages))
            text.Append(method.Name).AppendJoin(',', method.GetParameters().Select(types.Of).Append(types.Answer(method)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
    }
}
