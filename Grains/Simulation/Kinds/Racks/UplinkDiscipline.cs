namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>Who gets a busy uplink.</summary>
public enum UplinkDiscipline
{
    /// <summary>All messages under way share it evenly, as TCP's flows do (processor sharing on bytes).</summary>
    Fair,

    /// <summary>One whole message after the other, as a plain device sends them.</summary>
    Fifo,
}
