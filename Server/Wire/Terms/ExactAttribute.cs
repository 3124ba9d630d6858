namespace OpsGame.Server.Wire.Terms;

/// <summary>How exact a number of a frame is where its name does not say it by its unit.</summary>
/// <param name="parts">Of one: 100 is to a hundredth.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExactAttribute(int parts) : Attribute
{
    public int Parts { get; } = parts;

    /// <summary>Of a larger number only so many figures count: 2 of 1234 parts are 1200. 0: all of them.</summary>
    public int Figures { get; init; }
}
