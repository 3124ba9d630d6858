using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Doors;

/// <summary>Why somebody is not the organiser: codes of their texts.</summary>
public static class SignInRefusals
{
    public static RefusalCode Expired { get; } = new("sign-in-expired");

    public static RefusalCode LinkWrong { get; } = new("sign-in-link-wrong");

    public static RefusalCode OrganiserOnly { get; } = new("organiser-only");

    public static RefusalCode Revoked { get; } = new("sign-in-revoked");

    public static RefusalCode TooMany { get; } = new("sign-ins-too-many");

    public static RefusalCode Unavailable { get; } = new("sign-in-unavailable");
}
