using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Certificates;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class CertificateRefusals
{
    public static RefusalCode RenewingAlready { get; } = new("certificate-renewing-already");

    public static RefusalCode Unknown { get; } = new("certificate-unknown");
}
