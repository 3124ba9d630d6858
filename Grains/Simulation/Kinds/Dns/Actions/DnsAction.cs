using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns.Actions;

/// <summary>Something done to a name.</summary>
public abstract class DnsAction : ActionOn<DnsState, DnsInput>
{
    public sealed override ComponentKind Target => ComponentKind.Dns;
}

/// <summary>Something set at a name.</summary>
public abstract class DnsSetting : SettingOn<DnsState, DnsInput>
{
    public sealed override ComponentKind Target => ComponentKind.Dns;
}
