using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Certificates;

/// <summary>What actions name that has to do with certificates.</summary>
public static class CertificateParameters
{
    /// <summary>One of those the estate has.</summary>
    public static ParameterKind Certificate { get; } = new("certificate");
}
