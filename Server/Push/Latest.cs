using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace OpsGame.Server.Push;

/// <summary>A topic of which only the newest word counts.</summary>
internal class Latest(string method) : Topic
{
    private readonly Lock _gate = new();
    private SerializedHubMessage? _message;
    private long _said;

    public void Say(object word)
    {
        lock (_gate)
        {
            _message = new SerializedHubMessage(new InvocationMessage(method, [word]));
            _said++;
        }

        Announce();
    }

    public override News? After(long told)
    {
        lock (_gate) return told == _said ? null : new News(_message!, _said);
    }
}
