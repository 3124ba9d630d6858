namespace OpsGame.Simulation.Engine.Queues;

/// <summary>Messages in an order, linked through their slots; any of them may leave from the middle.</summary>
/// <param name="inOrder">Through the links of all that came; otherwise through those of their place.</param>
internal struct MessageList(bool inOrder)
{
    public const int None = -1;

    public int First { get; private set; } = None;

    public int Last { get; private set; } = None;

    public int Count { get; private set; }

    public void Add(Message[] messages, int index)
    {
        ref var links = ref Of(messages, index);
        (links.Next, links.Previous) = (None, Last);
        if (Last == None) First = index;
        else Of(messages, Last).Next = index;
        Last = index;
        Count++;
    }

    public void AddFirst(Message[] messages, int index)
    {
        ref var links = ref Of(messages, index);
        (links.Next, links.Previous) = (First, None);
        if (First == None) Last = index;
        else Of(messages, First).Previous = index;
        First = index;
        Count++;
    }

    public void Remove(Message[] messages, int index)
    {
        var links = Of(messages, index);
        if (links.Previous == None) First = links.Next;
        else Of(messages, links.Previous).Next = links.Next;
        if (links.Next == None) Last = links.Previous;
        else Of(messages, links.Next).Previous = links.Previous;
        Count--;
    }

    public readonly int After(Message[] messages, int index) => Of(messages, index).Next;

    private readonly ref Links Of(Message[] messages, int index)
    {
        if (inOrder) return ref messages[index].InOrder;
        return ref messages[index].InPlace;
    }
}
