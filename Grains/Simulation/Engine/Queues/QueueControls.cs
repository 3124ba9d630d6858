using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Queues;

namespace OpsGame.Simulation.Engine.Queues;

/// <summary>What the control plane changes of the queue.</summary>
internal sealed class QueueControls(
    QueueStation station, UserClass[] classes, Backlog backlog, Publishing publishing, Redrive redrive)
{
    public Backlog Backlog => backlog;

    public Publishing Publishing => publishing;

    public Redrive Redrive => redrive;

    public void Set(SetQueue set) => station.Set(set);

    public void Publish(string jobs, int count) =>
        publishing.StoreAll(Array.Find(classes, users => users.Spec.Id == jobs)!, count);

    public void Changed()
    {
        publishing.LetIn();
        station.Pull();
    }
}
