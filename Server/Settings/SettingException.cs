namespace OpsGame.Server.Settings;

/// <summary>A setting with a value nothing can be done with; the message names it, and never quotes a secret.</summary>
internal sealed class SettingException(string message) : Exception(message);
