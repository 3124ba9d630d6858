using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Certificates;

/// <summary>What is told of: codes of their texts.</summary>
public static class CertificateEvents
{
    public static EventCode Expired { get; } = new("certificate-expired");

    public static EventCode Renewed { get; } = new("certificate-renewed");

    public static EventCode Renewing { get; } = new("certificate-renewing");

    public static EventCode SpareExpired { get; } = new("certificate-spare-expired");

    public static EventCode SpareRenewed { get; } = new("certificate-spare-renewed");
}
