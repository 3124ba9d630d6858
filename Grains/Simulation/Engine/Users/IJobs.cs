namespace OpsGame.Simulation.Engine.Users;

/// <summary>Takes jobs that no request of a user brings.</summary>
internal interface IJobs
{
    void Publish(UserClass jobs, long number);
}
