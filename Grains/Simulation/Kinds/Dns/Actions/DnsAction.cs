using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns.Actions;

/// <summary>An action on a DNS name.</summary>
public abstract class DnsAction : ActionOn<DnsState, DnsInput>
{
    public sealed override ComponentKind Target => DnsState.Kind;
}

/// <summary>A setting of a DNS name.</summary>
public abstract class DnsSetting : SettingOn<DnsState, DnsInput>
{
    public sealed override ComponentKind Target => DnsState.Kind;
}
