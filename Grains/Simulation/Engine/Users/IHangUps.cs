namespace OpsGame.Simulation.Engine.Users;

/// <summary>Learns that a user has gone.</summary>
internal interface IHangUps
{
    void Gone(int slot);
}
