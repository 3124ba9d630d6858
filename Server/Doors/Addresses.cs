using System.Net;

namespace OpsGame.Server.Doors;

/// <summary>Which addresses count as one where something is limited by address.</summary>
internal static class Addresses
{
    private const int HouseholdBytes = 8;

    /// <summary>An IPv4 address, or the first half of an IPv6 one: whoever has one of them has all that begin alike.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        var plain = Plain(address);
        if (plain.GetAddressBytes() is not { Length: 2 * HouseholdBytes } bytes) return plain.ToString();
        Array.Clear(bytes, HouseholdBytes, HouseholdBytes);
        return $"{new IPAddress(bytes)}/64";
    }

    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    /// <summary>As the caller has it: where both kinds are listened for, IPv4 comes dressed up as IPv6.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
