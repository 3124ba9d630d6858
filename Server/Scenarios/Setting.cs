namespace OpsGame.Server.Scenarios;

/// <summary>One value of a scenario file, set otherwise for one run: classes.browse.rate=90/s.</summary>
/// <param name="Path">Keys joined by dots; an entry of a list by its id (a release by its version, others by place from
/// 1).</param>
/// <param name="Value">As the file would write it.</param>
internal sealed record Setting(string Path, string Value)
{
    /// <summary>How problems name it.</summary>
    public string Source => $"--set {Path}={Value}";

    public static bool TryParse(string text, out Setting setting)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        setting = equals <= 0 ? new Setting("", "") : new Setting(text[..equals], text[(equals + 1)..]);
        return equals > 0;
    }
}
