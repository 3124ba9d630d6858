namespace OpsGame.Server.Wire.Terms;

/// <summary>
/// A text (or each of a list) that is said once or seldom: it gets no number among the words an estate's frames share.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PassingAttribute : Attribute;
