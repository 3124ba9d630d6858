namespace OpsGame.Server.Blame;

/// <summary>How much speaks for something being wrong with a component.</summary>
internal enum Sign
{
    /// <summary>It is not: it was not broken, or is whole again.</summary>
    None,

    /// <summary>It suffers from what is wrong, wherever that is.</summary>
    Suffers,

    /// <summary>What is short is short here.</summary>
    Short,

    /// <summary>It is broken itself.</summary>
    Broken,
}
