using MessagePack;
using MessagePack.Resolvers;

namespace OpsGame.Server.Wire;

/// <summary>How the contract's records become bytes: MessagePack maps with the keys the records name, and nothing else.</summary>
public static class WireProtocol
{
    /// <summary>
    /// Clients are not trusted: no type names on the wire, hashes that cannot be made to collide, bounded depth.
    /// </summary>
    public static readonly MessagePackSerializerOptions Options =
        MessagePackSerializerOptions.Standard.WithResolver(StandardResolver.Instance)
            .WithSecurity(MessagePackSecurity.UntrustedData);
}
