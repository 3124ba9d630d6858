namespace OpsGame.Simulation.Engine.Watching;

/// <summary>An application that works on requests, as an access log names it.</summary>
internal interface IWorker
{
    string ServerId { get; }

    int Port { get; }

    string VersionName { get; }
}
